import { formatDay } from "../format/formatDay.ts";
import { formatNumber } from "../format/formatNumber.ts";
import type { Reader } from "../format/Reader.ts";
import { placeTrend } from "./placeTrend.ts";
import type { Trend } from "./trendOf.ts";

type TrendLineProps = { trend: Trend; reader: Reader; labelledBy: string };

/** Beyond this, points run into each other and the line alone says more. */
const mostDots = 40;

export function TrendLine({ trend, reader, labelledBy }: TrendLineProps) {
  const { places, band, width, height } = placeTrend(trend);
  const last = places.at(-1)!;
  const [firstPoint, lastPoint] = [trend.points[0]!, trend.points.at(-1)!];
  return (
    <div className="mt-3 max-w-md">
      <svg viewBox={`0 0 ${width} ${height}`} className="w-full" role="img" aria-labelledby={labelledBy}>
        {band && <Band {...band} width={width} />}
        <polyline
          points={places.map(({ x, y }) => `${x},${y}`).join(" ")}
          className="fill-none stroke-accent"
          strokeWidth={2}
          strokeLinejoin="round"
        />
        {(places.length > mostDots ? [] : places).map(({ x, y }, at) => (
          <circle key={at} cx={x} cy={y} r={3} className="fill-accent" />
        ))}
        <circle cx={last.x} cy={last.y} r={5} className="fill-accent stroke-surface" strokeWidth={2} />
        <text x={last.x + 9} y={last.y} dominantBaseline="central" className="fill-ink text-small font-semibold">
          {formatNumber(lastPoint.written, reader)}
        </text>
      </svg>
      <div aria-hidden className="flex justify-between gap-4 text-small text-quiet">
        <span>{formatDay(firstPoint.time, reader)}</span>
        <span className="text-right">{formatDay(lastPoint.time, reader)}</span>
      </div>
    </div>
  );
}

/** The reference range, its edges drawn too for those who do not see the tint. */
function Band({ top, height, width }: { top: number; height: number; width: number }) {
  return (
    <>
      <rect x={0} y={top} width={width} height={height} className="fill-accent-well" />
      {[top, top + height].map((y) => (
        <line key={y} x1={0} x2={width} y1={y} y2={y} className="stroke-line" strokeDasharray="3 3" />
      ))}
    </>
  );
}
