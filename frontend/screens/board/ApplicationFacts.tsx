import { isAddressEqual } from "viem";
import type { BoardApplication } from "../../keeper/licensing/Licensing.ts";
import { nameOf } from "../../transactions/names.ts";
import { boardWords as words, licensingWords } from "../../words/licensingWords.ts";
import { isOpenApplication } from "./isOpenApplication.ts";
import { DocumentLinks } from "../licensing/DocumentLinks.tsx";

/** Who asks, and what the chain says about it. */
export function ApplicationFacts({ application: { application, licence, numberHeldBy, state } }: FactsProps) {
  const { by, kind, content } = application;
  const { name, speciality, number, note, documents } = content;
  const facts = [
    { label: licensingWords.name, value: name },
    { label: licensingWords.speciality, value: speciality },
    { label: licensingWords.number, value: number },
    { label: words.who, value: by },
  ];
  const status =
    licence === undefined
      ? words.notLicensed
      : words.licensed(licensingWords.kinds[kind], licence.jurisdiction, licensingWords.statuses[licence.status]);
  const isHeldByAnother =
    numberHeldBy !== undefined && numberHeldBy !== null && !isAddressEqual(numberHeldBy.holder, by);
  return (
    <div className="flex flex-col gap-4">
      <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[auto_1fr]">
        {facts
          .filter(({ value }) => value !== "")
          .map(({ label, value }) => (
            <div key={label} className="contents">
              <dt className="text-small text-quiet sm:pt-0.5">{label}</dt>
              <dd className="pb-2 break-all sm:pb-0">{value}</dd>
            </div>
          ))}
      </dl>
      {note !== "" && (
        <p dir="auto" className="rounded-field bg-well px-4 py-3 whitespace-pre-wrap break-words">
          {note}
        </p>
      )}
      {documents.length > 0 && (
        <div>
          <h2 className="font-sans text-small font-semibold text-quiet">{licensingWords.documents}</h2>
          <DocumentLinks documents={documents} applicant={by} />
        </div>
      )}
      <ul className="flex flex-col gap-1">
        <li>{words.signed}</li>
        <li className={isHeldByAnother ? "font-semibold text-clay" : ""}>{numberSentence(numberHeldBy, by)}</li>
        {isOpenApplication(state) && <li>{status}</li>}
      </ul>
    </div>
  );
}

type FactsProps = { application: BoardApplication };

function numberSentence(heldBy: BoardApplication["numberHeldBy"], by: `0x${string}`): string {
  if (heldBy === null) return words.numberUnknown;
  if (heldBy === undefined) return words.numberFree;
  return isAddressEqual(heldBy.holder, by) ? words.numberOwn : words.numberHeld(nameOf(heldBy.holder));
}
