import type { BundleEntry } from "./BundleEntry.ts";
import { collectionText } from "./collectionText.ts";
import { entriesOf } from "./entriesOf.ts";
import { isJsonObject } from "./isJsonObject.ts";
import { isKeptNumber } from "./parseFhirJson.ts";
import { parseHistory } from "./parseHistory.ts";
import { RecordError } from "./RecordError.ts";

/**
 * The contents of records as the text of one Bundle of type collection: everything once, in order, as it was. What
 * has the same fullUrl (or without one the same type and id) is there once only if it is equal to the last number;
 * which of two versions holds is for others to say. JSON.parse makes plain values of it.
 */
export function mergeRecords(contents: readonly (string | Uint8Array | object)[]): string {
  const merged: BundleEntry[] = [];
  const known = new Map<string, { first: BundleEntry; contents?: Set<string> }>();
  for (const content of contents) {
    for (const entry of bundledIn(content)) {
      if (isNew({ entry, known })) merged.push(entry);
    }
  }
  try {
    return collectionText(merged);
  } catch {
    throw new RecordError("TooLong");
  }
}

/** Three more than a history may be deep: that much is around a resource that came alone. */
const deepestRecord = 503;

function bundledIn(content: string | Uint8Array | object): BundleEntry[] {
  const [reading, ...more] = parseHistory(content, deepestRecord);
  if (reading === undefined || more.length > 0) throw new RecordError("NotABundle");
  return entriesOf(reading.resource);
}

type Known = Map<string, { first: BundleEntry; contents?: Set<string> }>;

/** Contents are written out only where two have the same name, which is seldom. */
function isNew({ entry, known }: { entry: BundleEntry; known: Known }): boolean {
  const name = nameOf(entry);
  if (name === undefined) return true;
  const namesake = known.get(name);
  if (namesake === undefined) {
    known.set(name, { first: entry });
    return true;
  }
  namesake.contents ??= new Set([sortedText(namesake.first)]);
  const text = sortedText(entry);
  const isAnother = !namesake.contents.has(text);
  namesake.contents.add(text);
  return isAnother;
}

function nameOf({ fullUrl, resource }: BundleEntry): string | undefined {
  if (fullUrl !== undefined) return JSON.stringify([fullUrl]);
  const { resourceType, id } = resource;
  return typeof id === "string" ? JSON.stringify([resourceType, id]) : undefined;
}

/** JSON with members in one order, since two systems may write the same resource in two. */
function sortedText(entry: BundleEntry): string {
  return JSON.stringify(entry, (_, value: unknown) => {
    if (!isJsonObject(value) || isKeptNumber(value)) return value;
    return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}
