import type { Standing } from "../measure/standingOf.ts";

/** One value of something that was measured, when its author says it was. */
export type Measurement = {
  name: string;
  unit: string;
  value: number;
  /** The value with as many digits as it was written with. */
  written: string;
  time: string;
  /** Milliseconds since 1970. */
  at: number;
  low: number | undefined;
  high: number | undefined;
  standing: Standing | undefined;
};

/** The same thing measured at least twice, oldest first; the limits are those of the last. */
export type Trend = {
  name: string;
  unit: string;
  points: Measurement[];
  low: number | undefined;
  high: number | undefined;
};

/** What measurements of one thing in one unit tell together; undefined where they tell no more than one of them. */
export function trendOf(measurements: readonly Measurement[]): Trend | undefined {
  const points = withoutRepeats(measurements.toSorted((a, b) => a.at - b.at));
  const last = points.at(-1);
  if (last === undefined || points[0]!.at === last.at) return undefined;
  const { name, unit, low, high } = last;
  return { name, unit, points, low, high };
}

/** The same result is often in a chart twice, once from each of two systems. */
function withoutRepeats(points: readonly Measurement[]): Measurement[] {
  return points.filter(({ at, value }, index) => {
    const before = points[index - 1];
    return before === undefined || before.at !== at || before.value !== value;
  });
}
