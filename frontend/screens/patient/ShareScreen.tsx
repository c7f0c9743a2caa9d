import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { type Category, categories } from "#core/records/categories.ts";
import { type Address, isAddressEqual } from "viem";
import type { Share, ShareWish } from "../../keeper/Keeper.ts";
import { cliniciansQuery, sharesKey, sharesQuery } from "../../queries/sharing.ts";
import { announce } from "../../session/announcement.ts";
import { useMe } from "../../session/useMe.ts";
import { agreeTo } from "../../transactions/grantAccess.ts";
import { rememberName } from "../../transactions/names.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Field } from "../../ui/Field.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { words } from "../../words/words.ts";
import { CategoryChoice } from "./CategoryChoice.tsx";
import type { Grantee } from "./Grantee.ts";
import { GranteeChoice } from "./GranteeChoice.tsx";
import { MeaningPanel } from "./MeaningPanel.tsx";
import { RadioChoice } from "./RadioChoice.tsx";
import { type Period, endOf } from "./endOf.ts";
import { useAboutMe } from "./useAboutMe.ts";

/** Left out unless somebody adds them on purpose. */
const sensitive: ReadonlySet<Category> = new Set(["mental-health", "sexual-health", "genomics"]);

/** Shares with somebody, or changes what they may see: then the form begins with what they have. */
export function ShareScreen({ forWhom }: { forWhom: Address | undefined }) {
  const me = useMe();
  const clinicians = useQuery(cliniciansQuery(me));
  const shares = useQuery(sharesQuery(me));
  if (forWhom !== undefined && (clinicians.data === undefined || shares.data === undefined)) {
    return <Waiting what={words.sharing.loading} />;
  }
  const isSame = (address: Address) => forWhom !== undefined && isAddressEqual(address, forWhom);
  const before = shares.data?.find(({ grantee }) => isSame(grantee));
  const clinician = clinicians.data?.find(({ address }) => isSame(address));
  const known = clinician ?? (before && { address: before.grantee, name: before.granteeName ?? "" });
  return <ShareForm grantee={known && { ...known, isRelative: clinician === undefined }} before={before} />;
}

function partsOf(before: Share | undefined): Category[] {
  if (before === undefined) return categories.filter((it) => !sensitive.has(it));
  return categories.filter((it) => before.read.includes(it) || before.contribute.includes(it));
}

type ShareFormProps = { grantee: Grantee | undefined; before: Share | undefined };

type Deed = "both" | "read" | "add";

function deedOf({ read, contribute }: Share): Deed {
  if (read.length === 0) return "add";
  return contribute.length === 0 ? "read" : "both";
}

function ShareForm({ grantee: first, before }: ShareFormProps) {
  const me = useMe();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const clinicians = useQuery(cliniciansQuery(me));
  const [about, setAbout] = useAboutMe();
  const [grantee, setGrantee] = useState(first);
  const [parts, setParts] = useState<Category[]>(() => partsOf(before));
  const [deed, setDeed] = useState<Deed>(before === undefined ? "both" : deedOf(before));
  const [period, setPeriod] = useState<Period>("month");
  const [history, setHistory] = useState<"all" | "from-now">("all");

  const wish: ShareWish | undefined =
    grantee === undefined || parts.length === 0
      ? undefined
      : {
          grantee: grantee.address,
          granteeName: grantee.name,
          about,
          read: deed === "add" ? [] : parts,
          contribute: deed === "read" ? [] : parts,
          purpose: grantee.isRelative ? "family" : "treatment",
          validUntil: endOf(period),
          history,
        };
  const sharing = useMutation({
    async mutationFn(asked: ShareWish) {
      rememberName(asked.grantee, asked.granteeName!);
      agreeTo(await me.keeper.describeShare(asked));
      await me.keeper.share(asked);
    },
    async onSuccess(_, { granteeName }) {
      announce(words.sharing.shared(granteeName!));
      await queryClient.invalidateQueries({ queryKey: sharesKey });
      await navigate({ to: "/sharing" });
    },
  });

  const { title, submit, submitNobody, submitting } = words.sharing.new;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (wish !== undefined) sharing.mutate(wish);
      }}
    >
      <PageHead title={title} />
      <div className="grid items-start gap-6 lg:grid-cols-[1fr_22rem]">
        <div className="flex flex-col gap-6">
          <Panel>
            <GranteeChoice
              clinicians={clinicians.data}
              error={clinicians.error}
              chosen={grantee}
              onChoose={setGrantee}
            />
          </Panel>
          <Panel>
            <CategoryChoice chosen={parts} onChoose={setParts} />
          </Panel>
          <Panel className="grid gap-6 sm:grid-cols-3">
            <RadioChoice
              legend={words.sharing.new.deed}
              options={words.sharing.new.deeds}
              chosen={deed}
              onChoose={setDeed}
            />
            <RadioChoice
              legend={words.sharing.new.until}
              options={words.sharing.new.periods}
              chosen={period}
              onChoose={setPeriod}
            />
            <RadioChoice
              legend={words.sharing.new.history}
              options={words.sharing.new.histories}
              chosen={history}
              onChoose={setHistory}
            />
          </Panel>
          <Panel className="grid gap-6 sm:grid-cols-2">
            <Field
              label={words.sharing.new.name}
              hint={words.sharing.new.aboutHint}
              autoComplete="name"
              required
              value={about.name}
              onChange={(event) => setAbout({ ...about, name: event.target.value })}
            />
            <Field
              label={words.sharing.new.birthDate}
              type="date"
              autoComplete="bday"
              required
              value={about.birthDate}
              onChange={(event) => setAbout({ ...about, birthDate: event.target.value })}
            />
          </Panel>
        </div>
        <div className="flex flex-col gap-4 lg:sticky lg:top-6">
          <MeaningPanel wish={wish} />
          <ErrorNotice error={sharing.error} />
          <Button kind="main" type="submit" disabled={wish === undefined} isWorking={sharing.isPending}>
            {sharing.isPending ? submitting : grantee === undefined ? submitNobody : submit(grantee.name)}
          </Button>
        </div>
      </div>
    </form>
  );
}
