import { placeTrends } from "../../fhir/trend/placeTrend.ts";
import type { Measure } from "../../results/measuresOf.ts";

const sheet = { width: 160, height: 44, left: 4, right: 5, margin: 6 };

/** How something went, at a glance; the words beside it say what counts. */
export function SmallLine({ measure: { parts } }: { measure: Measure }) {
  const { lines, band } = placeTrends(parts, sheet);
  const { width, height } = sheet;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className="h-11 w-40" aria-hidden>
      {band && <rect x={0} y={band.top} width={width} height={band.height} className="fill-accent-well" />}
      {lines.map((places, at) => (
        <g key={at}>
          <polyline
            points={places.map(({ x, y }) => `${x},${y}`).join(" ")}
            className="fill-none stroke-accent"
            strokeWidth={1.5}
            strokeLinejoin="round"
          />
          <circle cx={places.at(-1)!.x} cy={places.at(-1)!.y} r={3} className="fill-accent" />
        </g>
      ))}
    </svg>
  );
}
