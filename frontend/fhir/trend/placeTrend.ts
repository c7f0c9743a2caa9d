import type { Trend } from "./trendOf.ts";

export type Sheet = { width: number; height: number; left: number; right: number; margin: number };

/** Small, with room for dots at the edges, and at the right for the last value's label. */
const smallSheet: Sheet = { width: 320, height: 96, left: 6, right: 66, margin: 12 };

export type Place = { x: number; y: number };
export type Band = { top: number; height: number };
type Placed = { places: Place[]; band?: Band; width: number; height: number };

/** Where a trend's points and its band stand on a small sheet. The band is in view as far as it helps to see the line. */
export function placeTrend(trend: Trend, sheet = smallSheet): Placed {
  const { lines, band } = placeTrends([trend], sheet);
  const { width, height } = sheet;
  return { places: lines[0]!, ...(band && { band }), width, height };
}

export type PlacedTrends = {
  lines: Place[][];
  /** Where one line has a reference range. */
  band?: Band;
  /** Where a value stands. */
  down: (value: number) => number;
  lowest: number;
  highest: number;
};

/** Several trends in one unit on one sheet. */
export function placeTrends(trends: readonly Trend[], { width, height, left, right, margin }: Sheet): PlacedTrends {
  const points = trends.flatMap((trend) => trend.points);
  const [{ low, high } = {}, ...others] = trends;
  const limits = others.length > 0 ? [] : [low, high].filter((limit) => limit !== undefined);
  const [lowest, highest] = extremes([...points.map(({ value }) => value), ...limits]);
  const [beginning, end] = extremes(points.map(({ at }) => at));
  const spread = highest - lowest || Math.abs(highest) || 1;
  const down = (value: number) => round(margin + ((highest - value) / spread) * (height - 2 * margin));
  const across = (at: number) => round(left + ((at - beginning) / (end - beginning)) * (width - left - right));
  const lines = trends.map((trend) => trend.points.map(({ at, value }) => ({ x: across(at), y: down(value) })));
  const placed = { lines, down, lowest, highest };
  if (limits.length === 0) return placed;
  const top = high === undefined ? 0 : down(high);
  const bottom = low === undefined ? height : down(low);
  return { ...placed, band: { top, height: Math.max(0, bottom - top) } };
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
