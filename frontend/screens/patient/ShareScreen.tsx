import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { type Category, categories } from "#core/records/categories.ts";
import type { Clinician, ShareWish } from "../../keeper/Keeper.ts";
import { cliniciansQuery, sharesKey } from "../../queries/sharing.ts";
import { useMe } from "../../session/useMe.ts";
import { agreeTo } from "../../transactions/grantAccess.ts";
import { rememberName } from "../../transactions/names.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Field } from "../../ui/Field.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { words } from "../../words/words.ts";
import { CategoryChoice } from "./CategoryChoice.tsx";
import { ClinicianChoice } from "./ClinicianChoice.tsx";
import { MeaningPanel } from "./MeaningPanel.tsx";
import { RadioChoice } from "./RadioChoice.tsx";
import { type Period, endOf } from "./endOf.ts";
import { useAboutMe } from "./useAboutMe.ts";

/** Left out unless somebody adds them on purpose. */
const sensitive: ReadonlySet<Category> = new Set(["mental-health", "sexual-health", "genomics"]);

export function ShareScreen() {
  const me = useMe();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const clinicians = useQuery(cliniciansQuery(me));
  const [about, setAbout] = useAboutMe();
  const [grantee, setGrantee] = useState<Clinician>();
  const [read, setRead] = useState<Category[]>(() => categories.filter((it) => !sensitive.has(it)));
  const [contribute, setContribute] = useState(true);
  const [period, setPeriod] = useState<Period>("month");
  const [history, setHistory] = useState<"all" | "from-now">("all");

  const wish: ShareWish | undefined =
    grantee === undefined || read.length === 0
      ? undefined
      : {
          grantee: grantee.address,
          granteeName: grantee.name,
          about,
          read,
          contribute: contribute ? read : [],
          purpose: "treatment",
          validUntil: endOf(period),
          history,
        };
  const sharing = useMutation({
    async mutationFn(asked: ShareWish) {
      rememberName(asked.grantee, asked.granteeName!);
      agreeTo(await me.keeper.describeShare(asked));
      await me.keeper.share(asked);
    },
    async onSuccess() {
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
            <ClinicianChoice
              clinicians={clinicians.data}
              error={clinicians.error}
              chosen={grantee}
              onChoose={setGrantee}
            />
          </Panel>
          <Panel>
            <CategoryChoice chosen={read} onChoose={setRead} />
            <label className="flex min-h-11 items-center gap-3 pt-2">
              <input
                type="checkbox"
                className="size-5 accent-accent"
                checked={contribute}
                onChange={(event) => setContribute(event.target.checked)}
              />
              {words.sharing.new.add}
            </label>
          </Panel>
          <Panel className="grid gap-6 sm:grid-cols-2">
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
