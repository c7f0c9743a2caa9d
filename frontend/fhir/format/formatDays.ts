import { member } from "../member.ts";
import { dateFormatter } from "./dateFormatter.ts";
import { formatDay } from "./formatDay.ts";
import { formatPeriod } from "./formatPeriod.ts";
import type { Reader } from "./Reader.ts";
import { readDate } from "./readDate.ts";

/** A period of plans and papers, whose time of day is an accident of the system that wrote it. */
export function formatDays(period: unknown, reader: Reader): string | undefined {
  const [start, end] = [member(period, "start"), member(period, "end")];
  const [from, to] = [readDate(start), readDate(end)];
  if (from?.precision === "minute" && to?.precision === "minute" && from.date <= to.date) {
    return dateFormatter("daytime", reader).formatRange(from.date, to.date);
  }
  return formatPeriod({ start: formatDay(start, reader), end: formatDay(end, reader) }, reader);
}
