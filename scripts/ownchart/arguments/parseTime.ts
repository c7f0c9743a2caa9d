import { isOnTheCalendar } from "#core/records/isOnTheCalendar.ts";
import { UsageError } from "../UsageError.ts";

const unitSeconds = { h: 3600, d: 86_400, w: 7 * 86_400 };

/** The first second after `30d`, `12h`, `4w` from now, or after a day: Unix seconds. */
export function parseUntil(text: string, now: number): number {
  const [, count, unit] = /^([1-9]\d{0,4})([hdw])$/.exec(text) ?? [];
  if (count !== undefined) return now + Number(count) * unitSeconds[unit as keyof typeof unitSeconds];
  const { year, month, day } = dayIn(text, "--until", "or a span such as 30d");
  const until = new Date(year, month - 1, day + 1).getTime() / 1000;
  if (until <= now) throw new UsageError("--until names a day that is over.");
  return until;
}

/** A day, checked, as it was written. */
export function parseDay(text: string, option: string): string {
  dayIn(text, option, "");
  return text;
}

function dayIn(text: string, option: string, orElse: string) {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (year === undefined || !isOnTheCalendar(`${text}T00:00:00Z`)) {
    throw new UsageError(`${option} takes a day such as 2027-01-31 ${orElse}`.trim().concat("."));
  }
  return { year: Number(year), month: Number(month), day: Number(day) };
}
