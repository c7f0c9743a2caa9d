import { isFhirDate } from "#core/records/isFhirDate.ts";
import { localMoment } from "./localMoment.ts";

/** What nobody alive remembers is a slip of the finger. */
export const earliestYear = "1900";

type TypedDay = { day: string | undefined; fault?: undefined } | { fault: "NoDay" | "Ahead" };

/** A year, a month or a day that is not ahead; undefined where none was typed. */
export function typedDay(typed: string, now: Date): TypedDay {
  const day = typed.trim();
  if (day === "") return { day: undefined };
  if (!isFhirDate(day) || day < earliestYear) return { fault: "NoDay" };
  return day > localMoment(now).slice(0, day.length) ? { fault: "Ahead" } : { day };
}
