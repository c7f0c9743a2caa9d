import { dateFormatter } from "./dateFormatter.ts";
import { formatDate } from "./formatDate.ts";
import type { Reader } from "./Reader.ts";
import { readDate } from "./readDate.ts";

/** A date without the time of day: on which of the reader's days it was. */
export function formatDay(value: unknown, reader: Reader): string | undefined {
  const read = readDate(value);
  return read?.precision === "minute" ? dateFormatter("daytime", reader).format(read.date) : formatDate(value, reader);
}
