import { isFhirDate } from "#core/records/isFhirDate.ts";
import type { Precision } from "./dateFormatter.ts";

export type ReadDate = { date: Date; precision: Precision };

const precisionByLength: Record<number, Precision> = { 4: "year", 7: "month", 10: "day" };

/** A FHIR date, dateTime or instant with as much as it says; undefined where it is none. */
export function readDate(value: unknown): ReadDate | undefined {
  if (typeof value !== "string" || value.length > 40) return undefined;
  const day = value.slice(0, 10);
  if (!isFhirDate(day)) return undefined;
  const precision = precisionByLength[value.length];
  const date = new Date(precision === undefined ? value : `${day}${"-01-01".slice(day.length - 4)}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return undefined;
  return { date, precision: precision ?? "minute" };
}
