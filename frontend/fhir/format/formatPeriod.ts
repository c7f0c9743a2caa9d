import { fhirWords } from "../../words/fhirWords.ts";
import { member } from "../member.ts";
import { dateFormatter } from "./dateFormatter.ts";
import { formatDate } from "./formatDate.ts";
import type { Reader } from "./Reader.ts";
import { readDate } from "./readDate.ts";

/** From when until when; the day is said once where it is the same. */
export function formatPeriod(period: unknown, reader: Reader): string | undefined {
  const [start, end] = [member(period, "start"), member(period, "end")];
  const [from, to] = [readDate(start), readDate(end)];
  if (from !== undefined && to !== undefined && from.precision === to.precision && from.date <= to.date) {
    return dateFormatter(from.precision, reader).formatRange(from.date, to.date);
  }
  const [startText, endText] = [formatDate(start, reader), formatDate(end, reader)];
  if (startText !== undefined && endText !== undefined) return fhirWords.fromTo(startText, endText);
  if (startText !== undefined) return fhirWords.since(startText);
  return endText === undefined ? undefined : fhirWords.until(endText);
}
