import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useMemo, useState } from "react";
import type { Address } from "viem";
import type { Timeline } from "../../keeper/Keeper.ts";
import { timelineQuery } from "../../queries/chart.ts";
import { mayHoldResults } from "../../results/mayHoldResults.ts";
import { type Measure, measuresOf } from "../../results/measuresOf.ts";
import { useLookThrough } from "../../results/useLookThrough.ts";
import { useMe } from "../../session/useMe.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { inputLook } from "../../ui/Field.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { overTimeWords } from "../../words/overTimeWords.ts";
import { LookedThrough } from "../chart/LookedThrough.tsx";
import { plainText } from "../chart/plainText.ts";
import { FilterChip } from "../chart/FilterChip.tsx";
import { ResultsTable } from "./ResultsTable.tsx";
import { MeasureRow } from "./MeasureRow.tsx";

/** How everything in a chart went that was measured more than once. */
export function TrendsView({ subject }: { subject: Address }) {
  const { data, error } = useQuery(timelineQuery(useMe(), subject));
  if (error !== null) return <ErrorNotice error={error} />;
  return data === undefined ? (
    <Waiting what={overTimeWords.loading} />
  ) : (
    <Measures subject={subject} records={data.records} />
  );
}

const kinds = ["vitals", "laboratory", "other"] as const;

function Measures({ subject, records }: { subject: Address; records: Timeline["records"] }) {
  const [search, setSearch] = useState("");
  const { looked, lookThrough } = useLookThrough(subject, records);
  const [isTable, setTable] = useState(false);
  const calm = useDeferredValue(looked);
  const results = useMemo(
    () => records.filter(mayHoldResults).flatMap(({ capsuleHash }) => calm.results.get(capsuleHash) ?? []),
    [records, calm],
  );
  const measures = useMemo(() => measuresOf(results), [results]);
  const shown = measures.filter(({ name }) => plainText(name).includes(plainText(search).trim()));
  const isDone = looked.done === looked.total;
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2 text-small text-quiet">
        {results.length > 0 && (
          <FilterChip isChosen={isTable} onToggle={() => setTable(!isTable)}>
            {overTimeWords.asTable}
          </FilterChip>
        )}
        {results.length > 0 && (
          <input
            type="search"
            aria-label={overTimeWords.search}
            placeholder={overTimeWords.search}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
            className={`${inputLook} sm:max-w-xs`}
          />
        )}
        <LookedThrough looked={looked} onTryAgain={lookThrough.tryAgain} />
      </div>
      {isTable ? (
        <ResultsTable results={results} search={search} nothing={overTimeWords.nothingFound} />
      ) : (
        <Lines measures={shown} nothing={nothingOf(measures, isDone)} />
      )}
    </div>
  );
}

function Lines({ measures, nothing }: { measures: readonly Measure[]; nothing: string }) {
  return (
    <>
      {measures.length === 0 && <p className="py-4 text-quiet">{nothing}</p>}
      {kinds.map((kind) => (
        <MeasuresOfKind key={kind} kind={kind} measures={measures.filter((measure) => measure.kind === kind)} />
      ))}
    </>
  );
}

function MeasuresOfKind({ kind, measures }: { kind: Measure["kind"]; measures: readonly Measure[] }) {
  if (measures.length === 0) return null;
  return (
    <section aria-labelledby={`kind-${kind}`}>
      <h2 id={`kind-${kind}`} className="pb-2 text-title font-semibold">
        {overTimeWords.kinds[kind]}
      </h2>
      <ul className="rounded-panel border border-line bg-surface px-2 sm:px-4">
        {measures.map((measure) => (
          <MeasureRow key={measure.key} measure={measure} />
        ))}
      </ul>
    </section>
  );
}

function nothingOf(measures: readonly Measure[], isDone: boolean): string {
  if (measures.length > 0) return overTimeWords.nothingFound;
  return isDone ? overTimeWords.nothing : overTimeWords.nothingYet;
}
