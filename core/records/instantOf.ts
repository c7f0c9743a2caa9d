import { isOnTheCalendar } from "./isOnTheCalendar.ts";

const day = /^(?<year>\d{4})(?<month>-\d\d)?(?<day>-\d\d)?$/;
const time = /^(?<minute>\d\d:\d\d)(?<second>:\d\d)?(?<fraction>\.\d+)?(?<zone>Z|[+-]\d\d:?\d\d)?$/;

/**
 * A FHIR date, dateTime or instant as an instant in UTC, RFC 3339; undefined for anything else. A year or a day alone
 * stands for its beginning, a time without a zone for one in UTC, as some systems write it.
 */
export function instantOf(value: unknown): string | undefined {
  if (typeof value !== "string" || value.length > 50) return undefined;
  const [written, clock = "00:00"] = value.split(/[T ]/, 2);
  const date = day.exec(written ?? "")?.groups;
  const hours = time.exec(clock)?.groups;
  if (date === undefined || hours === undefined) return undefined;
  const midnight = `${date["year"]}${date["month"] ?? "-01"}${date["day"] ?? "-01"}T00:00:00Z`;
  if (!isOnTheCalendar(midnight)) return undefined;
  const { minute, second = ":00", fraction = ".0", zone = "Z" } = hours;
  const offset = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone;
  const milliseconds = Date.parse(`${midnight.slice(0, 11)}${minute}${second}${fraction.slice(0, 4)}${offset}`);
  if (Number.isNaN(milliseconds)) return undefined;
  const instant = new Date(milliseconds).toISOString();
  // An offset can carry the last hours of 9999 into a year that RFC 3339 cannot write.
  return /^\d{4}-/.test(instant) ? instant : undefined;
}
