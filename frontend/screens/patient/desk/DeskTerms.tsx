import { useState } from "react";
import type { DeskRequest } from "../../../keeper/desk/AtDesk.ts";
import { PageHead } from "../../../ui/PageHead.tsx";
import { words } from "../../../words/words.ts";
import { AboutMeFields } from "../AboutMeFields.tsx";
import { ShareSummary } from "../ShareSummary.tsx";
import { TermsChoice } from "../TermsChoice.tsx";
import { useAboutMe } from "../useAboutMe.ts";
import { useSharing } from "../useSharing.ts";
import { type ShareTerms, wishOf } from "../wishOf.ts";

/** What was asked for, to be changed or signed. */
export function DeskTerms({ request }: { request: DeskRequest }) {
  const { doctor, name, categories, accessUntil } = request;
  const [about, setAbout] = useAboutMe();
  const [terms, setTerms] = useState<ShareTerms>({
    parts: categories,
    deed: "both",
    period: "asked",
    history: "all",
  });
  const sharing = useSharing();
  const wish = wishOf({ terms, grantee: { address: doctor, name, isRelative: false }, about, askedUntil: accessUntil });
  const { title, lead } = words.desk.choose;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (wish !== undefined) sharing.mutate(wish);
      }}
    >
      <PageHead title={title(name)} lead={lead} />
      <div className="grid items-start gap-6 lg:grid-cols-[1fr_22rem]">
        <div className="flex flex-col gap-6">
          <TermsChoice terms={terms} onChange={setTerms} askedUntil={accessUntil} />
          <AboutMeFields about={about} onChange={setAbout} />
        </div>
        <ShareSummary wish={wish} name={name} error={sharing.error} isSharing={sharing.isPending} />
      </div>
    </form>
  );
}
