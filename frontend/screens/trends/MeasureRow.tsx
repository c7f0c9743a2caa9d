import { useContext, useId, useState } from "react";
import { Mark } from "../../fhir/Mark.tsx";
import { ReaderContext } from "../../fhir/ReaderContext.ts";
import { describeTrend } from "../../fhir/trend/describeTrend.ts";
import { type Newest, describeNewest } from "../../results/describeNewest.ts";
import type { Measure } from "../../results/measuresOf.ts";
import { LargeDrawing } from "./LargeDrawing.tsx";
import { SmallLine } from "./SmallLine.tsx";
import { ValueTable } from "./ValueTable.tsx";

/** One thing that was measured: its newest value in words, a small line, and opened all there is. */
export function MeasureRow({ measure }: { measure: Measure }) {
  const reader = useContext(ReaderContext);
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const newest = describeNewest(measure, reader);
  return (
    <li className="border-b border-line last:border-0">
      <h3 className="font-sans">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => setOpen(!isOpen)}
          className="grid w-full items-center gap-x-6 gap-y-1 rounded-field px-2 py-3 text-left hover:bg-well sm:grid-cols-[1fr_12rem_10rem]"
        >
          <span>
            <span className="font-semibold">{measure.name}</span>
            <span className="block text-small text-quiet">{newest.range}</span>
          </span>
          <NewestValue newest={newest} />
          <span>
            <SmallLine measure={measure} />
            <span className="flex w-40 justify-between text-small text-quiet">
              <Months measure={measure} />
            </span>
          </span>
        </button>
      </h3>
      {isOpen && (
        <div id={id} className="flex flex-col gap-4 px-2 pt-1 pb-6">
          <p id={`${id}-told`} className="text-small text-quiet">
            {measure.parts.map((part) => describeTrend(part, reader)).join(" ")}
          </p>
          <LargeDrawing measure={measure} describedBy={`${id}-told`} />
          <ValueTable measure={measure} />
        </div>
      )}
    </li>
  );
}

function NewestValue({ newest: { value, day, standing } }: { newest: Newest }) {
  return (
    <span>
      <span className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-semibold tabular-nums">{value}</span>{" "}
        {standing?.isNotable === true ? (
          <Mark>{standing.word}</Mark>
        ) : (
          <span className="text-small text-quiet">{standing?.word}</span>
        )}
      </span>
      <span className="block text-small text-quiet">{day}</span>
    </span>
  );
}

/** From when to when the small line goes. */
function Months({ measure }: { measure: Measure }) {
  const { locale } = useContext(ReaderContext);
  const times = measure.parts.flatMap(({ points }) => [points[0]!.at, points.at(-1)!.at]);
  const span = [Math.min(...times), Math.max(...times)];
  const written = (parts: Intl.DateTimeFormatOptions) =>
    span.map((at) => new Intl.DateTimeFormat(locale, { ...parts, timeZone: "UTC" }).format(at));
  const [from, to] = written({ month: "short", year: "numeric" });
  const shown = from === to ? written({ month: "short", day: "numeric" }) : [from, to];
  return shown.map((text, place) => <span key={place}>{text}</span>);
}
