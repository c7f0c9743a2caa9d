import type { BundleEntry } from "./BundleEntry.ts";
import { RecordError } from "./RecordError.ts";

/** Entries as the text of one Bundle of type collection. FHIR knows no empty lists, and engines no endless texts. */
export function collectionText(entries: readonly BundleEntry[]): string {
  const bundle = { resourceType: "Bundle", type: "collection" };
  try {
    return JSON.stringify(entries.length === 0 ? bundle : { ...bundle, entry: entries });
  } catch {
    throw new RecordError("TooLong");
  }
}
