import { useContext, useMemo, useState } from "react";
import { Mark } from "../../fhir/Mark.tsx";
import { ReaderContext } from "../../fhir/ReaderContext.ts";
import type { Result } from "../../results/Result.ts";
import { type TableCell, type TableRow, tableOf } from "../../results/tableOf.ts";
import { Button } from "../../ui/Button.tsx";
import { overTimeWords } from "../../words/overTimeWords.ts";
import { plainText } from "../chart/plainText.ts";

/** As many days as fit on a desk; more come on demand. */
const daysAtOnce = 8;

const kinds = ["vitals", "laboratory", "other"] as const;

type ResultsTableProps = { results: readonly Result[]; search: string; nothing: string };

/** What was measured on which day, as a chart on paper has it. */
export function ResultsTable({ results, search, nothing }: ResultsTableProps) {
  const reader = useContext(ReaderContext);
  const table = useMemo(() => tableOf(results, reader), [results, reader]);
  const [most, setMost] = useState(daysAtOnce);
  const rows = table.rows.filter(({ name }) => plainText(name).includes(plainText(search).trim()));
  const itsDays = table.days.filter((day) => rows.some(({ cells }) => cells.has(day)));
  const days = itsDays.slice(0, most);
  const shown = rows.filter(({ cells }) => days.some((day) => cells.has(day)));
  if (rows.length === 0) return <p className="py-4 text-quiet">{nothing}</p>;
  return (
    <div className="flex flex-col items-start gap-4">
      <div
        // Scrolled sideways with the keyboard, where there are many days.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="region"
        aria-label={overTimeWords.table}
        className="max-w-full overflow-x-auto rounded-panel border border-line bg-surface"
      >
        <table className="text-small">
          <caption className="sr-only">{overTimeWords.table}</caption>
          <thead>
            <tr className="border-b border-line align-bottom text-quiet">
              <th scope="col" className={`${firstColumn} font-normal`}>
                {overTimeWords.what}
              </th>
              {days.map((day) => (
                <th key={day} scope="col" className="min-w-28 px-3 py-2 text-left font-normal">
                  {day}
                </th>
              ))}
            </tr>
          </thead>
          {kinds.map((kind) => (
            <RowsOfKind key={kind} kind={kind} rows={shown.filter((row) => row.kind === kind)} days={days} />
          ))}
        </table>
      </div>
      {itsDays.length > most && (
        <Button onClick={() => setMost(most + daysAtOnce)}>{overTimeWords.earlier(itsDays.length - most)}</Button>
      )}
    </div>
  );
}

const firstColumn = "sticky left-0 z-[1] w-32 min-w-32 bg-surface px-3 py-2 text-left sm:w-56 sm:min-w-56";

function RowsOfKind({
  kind,
  rows,
  days,
}: {
  kind: TableRow["kind"];
  rows: readonly TableRow[];
  days: readonly string[];
}) {
  if (rows.length === 0) return null;
  return (
    <tbody className="border-b border-line last:border-0">
      <tr>
        <th scope="rowgroup" className={`${firstColumn} pt-4 font-semibold`}>
          {overTimeWords.kinds[kind]}
        </th>
        <td colSpan={days.length} />
      </tr>
      {rows.map((row) => (
        <tr key={row.key} className="border-t border-line">
          <th scope="row" className={`${firstColumn} font-normal`}>
            {row.name} {row.unit !== "" && <span className="text-quiet">{row.unit}</span>}
          </th>
          {days.map((day) => (
            <td key={day} className="px-3 py-2 align-top tabular-nums">
              <Cell cell={row.cells.get(day)} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

function Cell({ cell }: { cell: TableCell | undefined }) {
  if (cell === undefined) return null;
  return (
    <>
      {cell.value} {cell.standing?.isNotable === true && <Mark>{cell.standing.word}</Mark>}
      {cell.more > 0 && <span className="block text-quiet">{overTimeWords.sameDay(cell.more)}</span>}
    </>
  );
}
