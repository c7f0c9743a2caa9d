import { shortTitle } from "#core/records/shortTitle.ts";

/** What somebody typed at length, in their own lines, as FHIR can hold it; undefined where there is nothing to read. */
export function typedLines(typed: string): string | undefined {
  const lines = typed
    .toWellFormed()
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[^\P{Cc}\n\t]/gu, " ")
    .trim();
  return shortTitle(lines) === "" ? undefined : lines;
}
