import { useState } from "react";
import type { Hex } from "viem";
import { Mark } from "../../fhir/Mark.tsx";
import type { GlanceItem } from "../../glance/GlanceItem.ts";
import type { GlanceKind } from "../../glance/glanceKinds.ts";
import { glanceWords } from "../../words/glanceWords.ts";

/** On paper there is no button for the rest, so all of them are there. */
const mostAtFirst = 12;

type GlancePanelProps = {
  kind: GlanceKind;
  items: readonly GlanceItem[];
  /** Whether every record was looked through; before that, nothing is not yet nothing. */
  isDone: boolean;
  onOpen: (record: Hex) => void;
};

export function GlancePanel({ kind, items, isDone, onOpen }: GlancePanelProps) {
  const [showsAll, setShowsAll] = useState(false);
  const isLong = items.length > mostAtFirst && !showsAll;
  const rest = items.length - mostAtFirst;
  return (
    <section
      aria-labelledby={`glance-${kind}`}
      className="break-inside-avoid rounded-panel border border-line bg-surface p-4 sm:p-6"
    >
      <h2 id={`glance-${kind}`} className="pb-2 text-title font-semibold">
        {glanceWords.kinds[kind]}
      </h2>
      {items.length === 0 && <p className="text-quiet">{isDone ? glanceWords.none[kind] : glanceWords.nothingYet}</p>}
      <ul>
        {items.map((item, place) => (
          <li
            key={`${item.record} ${item.name}`}
            className={`border-t border-line first:border-t-0 ${isLong && place >= mostAtFirst ? "hidden print:block" : ""}`}
          >
            <GlanceRow item={item} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      {isLong && (
        <button
          type="button"
          onClick={() => setShowsAll(true)}
          className="min-h-11 font-semibold text-accent underline print:hidden"
        >
          {glanceWords.more(rest)}
        </button>
      )}
    </section>
  );
}

function GlanceRow({
  item: { name, marks, facts, record },
  onOpen,
}: {
  item: GlanceItem;
  onOpen: (record: Hex) => void;
}) {
  return (
    <button
      type="button"
      onClick={() => onOpen(record)}
      className="block w-full rounded-field px-2 py-2.5 text-left hover:bg-well"
    >
      <span className="font-semibold">{name}</span>{" "}
      {marks.map((mark) => (
        <Mark key={mark}>{mark}</Mark>
      ))}
      {facts.map(({ label, value }, place) => (
        <span key={place} className="block text-small text-quiet">
          {glanceWords.fact(label, value)}
        </span>
      ))}
    </button>
  );
}
