import { listOf } from "#core/records/listOf.ts";
import type { Reader } from "../format/Reader.ts";

const codes: readonly unknown[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** "Monday and Thursday", from FHIR's codes of days, in the order of the week. */
export function formatWeekdays(days: unknown, { locale }: Reader): string | undefined {
  const known = [...new Set(listOf(days).map((day) => codes.indexOf(day)))].filter((at) => at >= 0).toSorted();
  if (known.length === 0) return undefined;
  const name = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
  // The first of January 2024 was a Monday.
  const names = known.map((at) => name.format(new Date(Date.UTC(2024, 0, 1 + at))));
  return new Intl.ListFormat(locale).format(names);
}
