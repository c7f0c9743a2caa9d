import type { Measurement } from "../fhir/trend/trendOf.ts";
import type { Measure } from "./measuresOf.ts";

export type ValuesOfMoment = { time: string; at: number; values: (Measurement | undefined)[] };

/** What was measured at each moment, newest first; a place for each part. Two values of one moment are two rows. */
export function valuesByTime({ parts }: Measure): ValuesOfMoment[] {
  const rows: ValuesOfMoment[] = [];
  const byTime = new Map<number, ValuesOfMoment[]>();
  for (const [place, { points }] of parts.entries()) {
    for (const point of points) {
      const ofMoment = byTime.get(point.at) ?? [];
      byTime.set(point.at, ofMoment);
      let row = ofMoment.find(({ values }) => values[place] === undefined);
      if (row === undefined) {
        row = { time: point.time, at: point.at, values: parts.map(() => undefined) };
        ofMoment.push(row);
        rows.push(row);
      }
      row.values[place] = point;
    }
  }
  return rows.toSorted((a, b) => b.at - a.at);
}
