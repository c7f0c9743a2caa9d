import { useContext, useMemo } from "react";
import { Batch } from "../../fhir/Batch.tsx";
import { Mark } from "../../fhir/Mark.tsx";
import { ReaderContext } from "../../fhir/ReaderContext.ts";
import { formatDate } from "../../fhir/format/formatDate.ts";
import { formatNumber } from "../../fhir/format/formatNumber.ts";
import type { Measure } from "../../results/measuresOf.ts";
import { type ValuesOfMoment, valuesByTime } from "../../results/valuesByTime.ts";
import { overTimeWords } from "../../words/overTimeWords.ts";

/** Every value, newest first, and how each stood. */
export function ValueTable({ measure }: { measure: Measure }) {
  const rows = useMemo(() => valuesByTime(measure), [measure]);
  const { parts, name, unit } = measure;
  const named = parts.length > 1 ? parts.map(({ part }) => part) : [overTimeWords.value];
  const values = named.map((head) => overTimeWords.inUnit(head, unit));
  const areJudged = parts.some(({ points }) => points.some(({ standing }) => standing !== undefined));
  const heads = [overTimeWords.day, ...values, ...(areJudged ? [overTimeWords.standing] : [])];
  return (
    <Batch items={rows} size={20}>
      {(shown) => (
        <table className="w-full text-small">
          <caption className="sr-only">{overTimeWords.values(name)}</caption>
          <thead>
            <tr className="border-b border-line text-left align-bottom text-quiet">
              {heads.map((head, at) => (
                <th key={at} scope="col" className="py-1 pr-4 font-normal wrap-normal">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, at) => (
              <ValueRow key={at} row={row} isJudged={areJudged} />
            ))}
          </tbody>
        </table>
      )}
    </Batch>
  );
}

function ValueRow({ row: { time, values }, isJudged }: { row: ValuesOfMoment; isJudged: boolean }) {
  const reader = useContext(ReaderContext);
  const standings = values.flatMap((value) => value?.standing ?? []);
  const standing = standings.find(({ isNotable }) => isNotable) ?? standings[0];
  return (
    <tr className="border-b border-line last:border-0">
      <th scope="row" className="py-1.5 pr-4 text-left font-normal">
        {formatDate(time, reader)}
      </th>
      {values.map((value, at) => (
        <td key={at} className="py-1.5 pr-4 whitespace-nowrap tabular-nums">
          {value !== undefined && formatNumber(value.written, reader)}
        </td>
      ))}
      {isJudged && (
        <td className="py-1.5">{standing?.isNotable === true ? <Mark>{standing.word}</Mark> : standing?.word}</td>
      )}
    </tr>
  );
}
