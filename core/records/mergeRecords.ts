import { collectionText } from "./collectionText.ts";
import { mergedEntries } from "./mergedEntries.ts";

/**
 * The contents of records as the text of one Bundle of type collection: everything once, in order, as it was. What
 * has the same fullUrl (or without one the same type and id) is there once only if it is equal to the last number;
 * which of two versions holds is for others to say. JSON.parse makes plain values of it.
 */
export function mergeRecords(contents: readonly (string | Uint8Array | object)[]): string {
  return collectionText(mergedEntries(contents).entries);
}
