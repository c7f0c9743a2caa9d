import { useContext, useRef } from "react";
import { formatDay } from "../../fhir/format/formatDay.ts";
import { formatNumber } from "../../fhir/format/formatNumber.ts";
import { ReaderContext } from "../../fhir/ReaderContext.ts";
import { type Place, type PlacedTrends, placeTrends } from "../../fhir/trend/placeTrend.ts";
import type { Measure } from "../../results/measuresOf.ts";
import { ticksBetween } from "../../results/ticksBetween.ts";
import { useWidth } from "../../viewer/useWidth.ts";

const height = 220;
/** Beyond this, points run into each other and the line alone says more. */
const mostDots = 80;

/** All values as lines over the reference range. Drawn as wide as there is room, so that its words keep their size. */
export function LargeDrawing({ measure, describedBy }: { measure: Measure; describedBy: string }) {
  const reader = useContext(ReaderContext);
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const { parts } = measure;
  const isLabelled = parts.length > 1 && width > 500;
  const sheet = { width, height, left: 48, right: isLabelled ? 140 : 12, margin: 14 };
  const placed = placeTrends(parts, sheet);
  const times = parts.flatMap(({ points }) => points).toSorted((a, b) => a.at - b.at);
  return (
    <div ref={place}>
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-labelledby={describedBy}>
          {placed.band && <rect x={48} width={width - 48} {...bandOf(placed)} className="fill-accent-well" />}
          {ticksBetween(placed.lowest, placed.highest).map((tick) => (
            <g key={tick}>
              <line x1={48} x2={width} y1={placed.down(tick)} y2={placed.down(tick)} className="stroke-line" />
              <text
                x={40}
                y={placed.down(tick)}
                textAnchor="end"
                dominantBaseline="central"
                className="fill-quiet text-small"
              >
                {formatNumber(String(tick), reader)}
              </text>
            </g>
          ))}
          {placed.lines.map((places, at) => (
            <Line key={at} places={places} label={isLabelled ? parts[at]!.part : undefined} />
          ))}
        </svg>
      )}
      <div aria-hidden className="flex justify-between gap-4 pl-12 text-small text-quiet">
        <span>{formatDay(times[0]!.time, reader)}</span>
        <span className="text-right">{formatDay(times.at(-1)!.time, reader)}</span>
      </div>
    </div>
  );
}

function bandOf({ band }: PlacedTrends) {
  const { top, height: tall } = band!;
  return { y: top, height: tall };
}

function Line({ places, label }: { places: Place[]; label: string | undefined }) {
  const last = places.at(-1)!;
  return (
    <>
      <polyline
        points={places.map(({ x, y }) => `${x},${y}`).join(" ")}
        className="fill-none stroke-accent"
        strokeWidth={2}
        strokeLinejoin="round"
      />
      {(places.length > mostDots ? [last] : places).map(({ x, y }, at) => (
        <circle key={at} cx={x} cy={y} r={3.5} className="fill-accent stroke-surface" />
      ))}
      {label !== undefined && (
        <text x={last.x + 10} y={last.y} dominantBaseline="central" className="fill-ink text-small">
          {label}
        </text>
      )}
    </>
  );
}
