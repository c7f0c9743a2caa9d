import { useState } from "react";
import { fhirWords } from "../words/fhirWords.ts";

/** About a page. */
const shownAtFirst = 2_000;
/** What a browser lays out without a pause. */
const shownMore = 500_000;

/** A text as it was written, lines kept; one of a megabyte is cut until somebody wants the rest. */
export function LongText({ text }: { text: string }) {
  const [shown, setShown] = useState(shownAtFirst);
  const isCut = text.length > shown;
  return (
    <>
      <span className="whitespace-pre-wrap">{isCut ? `${text.slice(0, shown).toWellFormed()}…` : text}</span>
      {isCut && (
        <button
          type="button"
          className="ml-2 rounded-field text-accent underline underline-offset-4"
          onClick={() => setShown(shown + shownMore)}
        >
          {text.length > shown + shownMore ? fhirWords.showMoreText : fhirWords.showAll}
        </button>
      )}
    </>
  );
}
