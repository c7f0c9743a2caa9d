import type { KeyedMeasurement } from "../fhir/trend/measurementsOf.ts";
import { type Trend, trendOf } from "../fhir/trend/trendOf.ts";
import type { Result, ResultKind } from "./Result.ts";

/** One thing that was measured at two times or more, in one unit. */
export type Measure = {
  key: string;
  name: string;
  kind: ResultKind;
  unit: string;
  /** One, or of what is told together a few, as the two of blood pressure, the higher one first. */
  parts: MeasurePart[];
};

export type MeasurePart = Trend & { part: string };

/** What was measured over a whole chart, by name. Costs a look at each value, and the sorting of them. */
export function measuresOf(results: Iterable<Result>): Measure[] {
  const kinds = new Map<string, ResultKind>();
  const measured: KeyedMeasurement[] = [];
  for (const { kind, measurements } of results) {
    for (const measurement of measurements) {
      measured.push(measurement);
      kinds.set(measurement.together, kind);
    }
  }
  return [...Map.groupBy(measured, ({ together }) => together)]
    .flatMap(([key, together]) => measureOf(key, kinds.get(key)!, together) ?? [])
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

function measureOf(key: string, kind: ResultKind, together: readonly KeyedMeasurement[]): Measure | undefined {
  const parts = [...Map.groupBy(together, (measurement) => measurement.key).values()].flatMap((alike) => {
    const trend = trendOf(alike);
    return trend === undefined ? [] : Object.assign(trend, { part: alike[0]!.part });
  });
  if (parts.length === 0) return undefined;
  const { whole, unit } = together.reduce((newest, one) => (one.at > newest.at ? one : newest));
  return { key, name: whole, kind, unit, parts: parts.toSorted((a, b) => lastOf(b).value - lastOf(a).value) };
}

export function lastOf({ points }: Trend): Trend["points"][number] {
  return points.at(-1)!;
}
