import { Link } from "@tanstack/react-router";
import { useContext, useMemo } from "react";
import type { Address, Hex } from "viem";
import { Mark } from "../../../fhir/Mark.tsx";
import { ReaderContext } from "../../../fhir/ReaderContext.ts";
import type { GlanceItem } from "../../../glance/GlanceItem.ts";
import { glanceOrder } from "../../../glance/glanceKinds.ts";
import { useGlance } from "../../../glance/useGlance.ts";
import type { Timeline } from "../../../keeper/Keeper.ts";
import { describeNewest } from "../../../results/describeNewest.ts";
import { type Measure, lastOf, measuresOf } from "../../../results/measuresOf.ts";
import { glanceWords } from "../../../words/glanceWords.ts";
import { words } from "../../../words/words.ts";
import { SmallLine } from "../../trends/SmallLine.tsx";

type ChartSummaryProps = { subject: Address; records: Timeline["records"]; onOpen: (record: Hex) => void };

/** So many of each kind; the rest stands one press away. */
const most = 6;

/** What holds now, beside the timeline: allergies, problems, medicines, vaccinations and the newest values. */
export function ChartSummary({ subject, records, onOpen }: ChartSummaryProps) {
  const { glance, isDone, looked } = useGlance(subject, records);
  const measures = useMemo(() => {
    const found = records.flatMap(({ capsuleHash }) => looked.results.get(capsuleHash) ?? []);
    return measuresOf(found).toSorted((a, b) => newestAt(b) - newestAt(a));
  }, [records, looked]);
  return (
    <aside
      aria-label={words.patients.summary.label}
      className="sticky top-32 flex max-h-[calc(100dvh-9rem)] flex-col gap-5 overflow-y-auto rounded-panel border border-line bg-surface p-5 shadow-panel print:hidden"
    >
      {glanceOrder.map((kind) => (
        <section key={kind} aria-labelledby={`summary-${kind}`}>
          <h2 id={`summary-${kind}`} className="pb-1 font-sans text-small font-semibold text-quiet">
            {glanceWords.kinds[kind]}
          </h2>
          <Items
            items={glance[kind]}
            nothing={isDone ? glanceWords.none[kind] : glanceWords.nothingYet}
            onOpen={onOpen}
          />
          {glance[kind].length > most && (
            <Link
              to="/patients/$subject/glance"
              params={{ subject }}
              className="text-small font-semibold text-accent underline"
            >
              {glanceWords.more(glance[kind].length - most)}
            </Link>
          )}
        </section>
      ))}
      {measures.length > 0 && <NewestValues subject={subject} measures={measures.slice(0, most)} />}
    </aside>
  );
}

function Items({
  items,
  nothing,
  onOpen,
}: {
  items: readonly GlanceItem[];
  nothing: string;
  onOpen: (record: Hex) => void;
}) {
  if (items.length === 0) return <p className="text-small text-quiet">{nothing}</p>;
  return (
    <ul>
      {items.slice(0, most).map((item) => (
        <li key={`${item.record} ${item.name}`}>
          <button
            type="button"
            onClick={() => onOpen(item.record)}
            className="-mx-2 block w-[calc(100%+1rem)] rounded-field px-2 py-1 text-left text-small hover:bg-well"
          >
            <span className="font-semibold">{item.name}</span>
            {item.facts[0] !== undefined && <span className="block text-quiet">{item.facts[0].value}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}

function NewestValues({ subject, measures }: { subject: Address; measures: readonly Measure[] }) {
  const reader = useContext(ReaderContext);
  return (
    <section aria-labelledby="summary-values">
      <h2 id="summary-values" className="pb-1 font-sans text-small font-semibold text-quiet">
        {words.patients.summary.values}
      </h2>
      <ul>
        {measures.map((measure) => {
          const { value, day, standing } = describeNewest(measure, reader);
          return (
            <li key={measure.key} className="grid grid-cols-[minmax(0,1fr)_6rem] items-center gap-x-2 py-1 text-small">
              <span>
                {measure.name} <span className="font-semibold tabular-nums">{value}</span>{" "}
                {standing?.isNotable === true && <Mark>{standing.word}</Mark>}
                <span className="block text-quiet">{day}</span>
              </span>
              <SmallLine measure={measure} />
            </li>
          );
        })}
      </ul>
      <Link
        to="/patients/$subject/trends"
        params={{ subject }}
        className="text-small font-semibold text-accent underline"
      >
        {words.patients.summary.allValues}
      </Link>
    </section>
  );
}

function newestAt({ parts }: Measure): number {
  return Math.max(...parts.map((part) => lastOf(part).at));
}
