import type { BundleEntry } from "../../records/BundleEntry.ts";
import { collectionText } from "../../records/collectionText.ts";

export function fhirContent(entries: readonly BundleEntry[]): Blob {
  return new Blob([collectionText(entries)]);
}
