import { isJsonObject } from "./isJsonObject.ts";
import { listOf } from "./listOf.ts";
import { shortTitle } from "./shortTitle.ts";

/** What a person would call a CodeableConcept or Coding, undefined where it has codes only. */
export function conceptName(concept: unknown): string | undefined {
  if (!isJsonObject(concept)) return undefined;
  const codings = listOf(concept["coding"]).map((coding) => (isJsonObject(coding) ? coding["display"] : undefined));
  const name = [concept["text"], concept["display"], ...codings].find((candidate) => typeof candidate === "string");
  // SNOMED CT ends its full names with the kind of thing, which is of no use to a patient.
  const plain = shortTitle(typeof name === "string" ? name : "").replace(/ \([a-z/ ]+\)$/, "");
  return plain === "" ? undefined : plain;
}
