import type { Reader } from "./Reader.ts";

/** How much of a date is known; `daytime` shows the day alone of what is known to the minute. */
export type Precision = "year" | "month" | "day" | "daytime" | "minute";

const partsShown: Record<Precision, Intl.DateTimeFormatOptions> = {
  year: { year: "numeric" },
  month: { year: "numeric", month: "long" },
  day: { year: "numeric", month: "long", day: "numeric" },
  daytime: { year: "numeric", month: "long", day: "numeric" },
  minute: { year: "numeric", month: "long", day: "numeric", hour: "2-digit", minute: "2-digit" },
};

/** Making one takes far longer than using it, and a chart has thousands of dates. */
const made = new Map<string, Intl.DateTimeFormat>();

/** Days, months and years are the same everywhere; only what has a time moves with the reader's zone. */
export function dateFormatter(precision: Precision, { locale, timeZone = "" }: Reader): Intl.DateTimeFormat {
  const key = `${precision} ${locale} ${timeZone}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const zone = precision === "minute" || precision === "daytime" ? timeZone : "UTC";
  const formatter = new Intl.DateTimeFormat(locale, {
    ...partsShown[precision],
    ...(zone !== "" && { timeZone: zone }),
  });
  made.set(key, formatter);
  return formatter;
}
