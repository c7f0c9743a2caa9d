import { isOnTheCalendar } from "#core/records/isOnTheCalendar.ts";
import { earliestYear } from "./typedDay.ts";

type TypedMoment = { at: Date; fault?: undefined } | { at?: undefined; fault: "NoMoment" | "Ahead" };

/** A minute where somebody is, as the browser's own field writes it, that is not ahead. */
export function typedMoment(typed: string, now: Date): TypedMoment {
  const minute = typed.slice(0, 16);
  const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(minute) && isOnTheCalendar(`${minute}:00Z`);
  if (!isMoment || minute < earliestYear) return { fault: "NoMoment" };
  const at = new Date(minute);
  return at > now ? { fault: "Ahead" } : { at };
}
