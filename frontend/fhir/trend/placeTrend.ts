import type { Trend } from "./trendOf.ts";

const [width, height] = [320, 96];
/** Room for dots at the edges, and at the right for the last value's label. */
const [left, right, margin] = [6, 66, 12];

type Place = { x: number; y: number };
type Placed = { places: Place[]; band?: { top: number; height: number }; width: number; height: number };

/** Where a trend's points and its band stand on a small sheet. The band is in view as far as it helps to see the line. */
export function placeTrend({ points, low, high }: Trend): Placed {
  const values = points.map(({ value }) => value);
  const limits = [low, high].filter((limit) => limit !== undefined);
  const [lowest, highest] = extremes([...values, ...limits]);
  const [beginning, end] = [points[0]!.at, points.at(-1)!.at];
  const spread = highest - lowest || Math.abs(highest) || 1;
  const down = (value: number) => round(margin + ((highest - value) / spread) * (height - 2 * margin));
  const places = points.map(({ at, value }) => ({
    x: round(left + ((at - beginning) / (end - beginning)) * (width - left - right)),
    y: down(value),
  }));
  if (limits.length === 0) return { places, width, height };
  const top = high === undefined ? 0 : down(high);
  const bottom = low === undefined ? height : down(low);
  return { places, band: { top, height: Math.max(0, bottom - top) }, width, height };
}

function extremes(values: readonly number[]): [lowest: number, highest: number] {
  let [lowest, highest] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  return [lowest, highest];
}

function round(coordinate: number): number {
  return Math.round(coordinate * 10) / 10;
}
