import { useContext } from "react";
import type { BundleEntry } from "#core/records/BundleEntry.ts";
import { listOf } from "#core/records/listOf.ts";
import { fhirWords } from "../words/fhirWords.ts";
import { Batch } from "./Batch.tsx";
import { formatCode } from "./format/formatCode.ts";
import { LongText } from "./LongText.tsx";
import { Mark } from "./Mark.tsx";
import { describeObservation } from "./measure/describeObservation.ts";
import { describeReferenceRanges } from "./measure/describeReferenceRanges.ts";
import { standingOf } from "./measure/standingOf.ts";
import { member } from "./member.ts";
import { ReaderContext } from "./ReaderContext.ts";
import { unsettledMark } from "./tell/unsettledMark.ts";
import { textMember } from "./textMember.ts";

type ObservationTableProps = { caption: string; entries: readonly BundleEntry[] };

/** What was measured, a row each. On a narrow screen the range moves under the name, so that nothing is cut. */
export function ObservationTable({ caption, entries }: ObservationTableProps) {
  const reader = useContext(ReaderContext);
  const hasRanges = entries.some(({ resource }) => describeReferenceRanges(resource, reader) !== undefined);
  return (
    <Batch items={entries} size={50}>
      {(shown) => (
        <table className="w-full table-fixed">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr className="border-b border-line text-left align-bottom text-small text-quiet">
              <th scope="col" className="py-2 pr-4 font-normal">
                {fhirWords.measurement}
              </th>
              <th scope="col" className="w-[45%] py-2 font-normal sm:w-auto">
                {fhirWords.result}
              </th>
              {hasRanges && (
                <th scope="col" className="hidden py-2 pl-4 font-normal sm:table-cell">
                  {fhirWords.usualRange}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {shown.map((entry, at) => (
              <ObservationRow key={at} entry={entry} hasRanges={hasRanges} />
            ))}
          </tbody>
        </table>
      )}
    </Batch>
  );
}

function ObservationRow({ entry: { resource }, hasRanges }: { entry: BundleEntry; hasRanges: boolean }) {
  const reader = useContext(ReaderContext);
  const range = describeReferenceRanges(resource, reader);
  const notes = listOf(resource["note"]).flatMap((note) => textMember(note, "text") ?? []);
  return (
    <tr className="border-b border-line align-top last:border-0">
      <th scope="row" className="py-2.5 pr-4 text-left font-normal">
        {formatCode(member(resource, "code")) ?? fhirWords.unnamed}
        {range !== undefined && (
          <span className="block text-small text-quiet sm:hidden">{fhirWords.usualRangeOf(range)}</span>
        )}
        {notes.slice(0, 5).map((note, at) => (
          <span key={at} className="block text-small text-quiet">
            <LongText text={note} />
          </span>
        ))}
      </th>
      <td className="py-2.5">
        <ObservationResult resource={resource} />
      </td>
      {hasRanges && <td className="hidden py-2.5 pl-4 text-quiet tabular-nums sm:table-cell">{range}</td>}
    </tr>
  );
}

function ObservationResult({ resource }: { resource: BundleEntry["resource"] }) {
  const reader = useContext(ReaderContext);
  const lines = describeObservation(resource, reader);
  const standing = standingOf(resource);
  const unsettled = unsettledMark(resource);
  return (
    <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <span className={standing?.isNotable ? "font-semibold tabular-nums" : "tabular-nums"}>
        {(lines.length === 0 ? [fhirWords.noValue] : lines).map((line, at) => (
          <span key={at} className="block">
            <LongText text={line} />
          </span>
        ))}
      </span>
      {standing?.isNotable && <Mark>{standing.word}</Mark>}
      {unsettled !== undefined && <Mark>{unsettled}</Mark>}
    </div>
  );
}
