import { Panel } from "../../ui/Panel.tsx";
import { dayText } from "../../ui/dayText.ts";
import { words } from "../../words/words.ts";
import { CategoryChoice } from "./CategoryChoice.tsx";
import { RadioChoice } from "./RadioChoice.tsx";
import type { ShareTerms } from "./wishOf.ts";

type TermsChoiceProps = {
  terms: ShareTerms;
  onChange: (terms: ShareTerms) => void;
  /** At the desk: until when access was asked for. */
  askedUntil?: number;
};

/** Which parts, to do what, until when, and what of before. */
export function TermsChoice({ terms, onChange, askedUntil }: TermsChoiceProps) {
  const { deed, deeds, until, periods, history, histories } = words.sharing.new;
  const isAsked = askedUntil !== undefined;
  const asked = isAsked && { asked: words.desk.choose.asked(dayText(askedUntil - 1)) };
  return (
    <>
      <Panel>
        <CategoryChoice
          chosen={terms.parts}
          onChoose={(parts) => onChange({ ...terms, parts })}
          {...(isAsked && { hint: words.desk.choose.hint })}
        />
      </Panel>
      <Panel className="grid gap-6 sm:grid-cols-3">
        <RadioChoice
          legend={deed}
          options={deeds}
          chosen={terms.deed}
          onChoose={(chosen) => onChange({ ...terms, deed: chosen })}
        />
        <RadioChoice
          legend={until}
          options={{ ...asked, ...periods } as Record<ShareTerms["period"], string>}
          chosen={terms.period}
          onChoose={(period) => onChange({ ...terms, period })}
        />
        <RadioChoice
          legend={history}
          options={histories}
          chosen={terms.history}
          onChoose={(chosen) => onChange({ ...terms, history: chosen })}
        />
      </Panel>
    </>
  );
}
