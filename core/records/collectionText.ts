import type { BundleEntry } from "./BundleEntry.ts";

/** Entries as the text of one Bundle of type collection. FHIR knows no empty lists. */
export function collectionText(entries: readonly BundleEntry[]): string {
  const bundle = { resourceType: "Bundle", type: "collection" };
  return JSON.stringify(entries.length === 0 ? bundle : { ...bundle, entry: entries });
}
