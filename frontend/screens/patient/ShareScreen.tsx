import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type Category, categories } from "#core/records/categories.ts";
import { type Address, isAddressEqual } from "viem";
import type { Share } from "../../keeper/Keeper.ts";
import { Drafted } from "../../drafts/Drafted.tsx";
import { useKeptDraft } from "../../drafts/useKeptDraft.ts";
import { cliniciansQuery, sharesQuery, soughtCliniciansQuery } from "../../queries/sharing.ts";
import { useMe } from "../../session/useMe.ts";
import { PageHead } from "../../ui/PageHead.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { words } from "../../words/words.ts";
import { AboutMeFields } from "./AboutMeFields.tsx";
import { GranteeChoice } from "./GranteeChoice.tsx";
import { ShareSummary } from "./ShareSummary.tsx";
import { TermsChoice } from "./TermsChoice.tsx";
import { type Whom, granteeOf, nobody } from "./Whom.ts";
import { type AboutMe, useAboutMe } from "./useAboutMe.ts";
import { useSharing } from "./useSharing.ts";
import { type ShareTerms, deedOf, wishOf } from "./wishOf.ts";

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
  const first: ShareDraft = {
    whom: known === undefined ? nobody : { ...known, kind: clinician === undefined ? "relative" : "clinician" },
    terms: termsOf(before),
  };
  const form = forWhom === undefined ? draftForm : `${draftForm}/${forWhom.toLowerCase()}`;
  return (
    <>
      <PageHead title={words.sharing.new.title} />
      <Drafted<ShareDraft> form={form} tell={({ content }) => sentenceOf(content)}>
        {(begun) => <ShareForm form={form} first={begun?.content ?? first} />}
      </Drafted>
    </>
  );
}

/** What somebody chooses and types, as it is kept until they share. */
type ShareDraft = { whom: Whom; terms: ShareTerms; about?: AboutMe };

const draftForm = "share.1";

function sentenceOf({ whom: { name } }: ShareDraft): string {
  return name.trim() === "" ? words.drafts.shareNobody : words.drafts.share(name.trim());
}

function termsOf(before: Share | undefined): ShareTerms {
  const parts = categories.filter((it) =>
    before === undefined ? !sensitive.has(it) : before.read.includes(it) || before.contribute.includes(it),
  );
  return { parts, deed: before === undefined ? "both" : deedOf(before), period: "month", history: "all" };
}

function ShareForm({ form, first }: { form: string; first: ShareDraft }) {
  const clinicians = useQuery(soughtCliniciansQuery(useMe()));
  const [about, setAbout] = useAboutMe(first.about);
  const [whom, setWhom] = useState(first.whom);
  const [terms, setTerms] = useState(first.terms);
  const sharing = useSharing();
  useKeptDraft({ form, content: { whom, terms, about }, isSent: sharing.isPending || sharing.isSuccess });
  const grantee = granteeOf(whom);
  const wish = wishOf({ terms, grantee, about });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (wish !== undefined) sharing.mutate(wish);
      }}
    >
      <div className="grid items-start gap-6 lg:grid-cols-[1fr_22rem]">
        <div className="flex flex-col gap-6">
          <Panel>
            <GranteeChoice clinicians={clinicians.data} error={clinicians.error} whom={whom} onChange={setWhom} />
          </Panel>
          <TermsChoice terms={terms} onChange={setTerms} />
          <AboutMeFields about={about} onChange={setAbout} />
        </div>
        <ShareSummary wish={wish} name={grantee?.name} error={sharing.error} isSharing={sharing.isPending} />
      </div>
    </form>
  );
}
