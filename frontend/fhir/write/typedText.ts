import { shortTitle } from "#core/records/shortTitle.ts";

/** What somebody typed, as one line that FHIR can hold; undefined where there is nothing to read. */
export function typedText(typed: string): string | undefined {
  const line = typed
    .toWellFormed()
    .replaceAll(/[\s\p{Cc}]+/gu, " ")
    .trim();
  return shortTitle(line) === "" ? undefined : line;
}
