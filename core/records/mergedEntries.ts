import type { BundleEntry } from "./BundleEntry.ts";
import { entriesOf } from "./entriesOf.ts";
import { isJsonObject } from "./isJsonObject.ts";
import { isKeptNumber } from "./parseFhirJson.ts";
import { parseHistory } from "./parseHistory.ts";
import { RecordError } from "./RecordError.ts";

/** What is in the Bundles of records: everything once, in order, as it was. What is once is said at mergeRecords. */
export function mergedEntries(contents: readonly (string | Uint8Array | object)[]): BundleEntry[] {
  const merged: BundleEntry[] = [];
  const known: Known = new Map();
  for (const content of contents) {
    for (const entry of bundledIn(content)) {
      if (isNew({ entry, known })) merged.push(entry);
    }
  }
  return merged;
}

/** Three more than a history may be deep: that much is around a resource that came alone. */
export const deepestRecord = 503;

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
