import { shortTitle } from "#core/records/shortTitle.ts";
import { dateFormatter } from "./dateFormatter.ts";
import type { Reader } from "./Reader.ts";
import { readDate } from "./readDate.ts";

/** A FHIR date as the reader writes it, no more exact than it is; what is no date stays as it was written. */
export function formatDate(value: unknown, reader: Reader): string | undefined {
  const read = readDate(value);
  if (read !== undefined) return dateFormatter(read.precision, reader).format(read.date);
  return typeof value === "string" ? shortTitle(value) || undefined : undefined;
}
