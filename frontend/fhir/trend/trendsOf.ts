import { type KeyedMeasurement, measurementsOf } from "./measurementsOf.ts";
import { type Trend, trendOf } from "./trendOf.ts";

/** Every measurement that was taken more than once, in the order of its first appearance. */
export function trendsOf(observations: readonly unknown[]): Trend[] {
  const measured = new Map<string, KeyedMeasurement[]>();
  for (const observation of observations) {
    for (const measurement of measurementsOf(observation)) {
      const alike = measured.get(measurement.key);
      if (alike === undefined) measured.set(measurement.key, [measurement]);
      else alike.push(measurement);
    }
  }
  return [...measured.values()].flatMap((alike) => trendOf(alike) ?? []);
}
