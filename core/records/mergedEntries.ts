import type { BundleEntry } from "./BundleEntry.ts";
import { entriesOf } from "./entriesOf.ts";
import { isJsonObject } from "./isJsonObject.ts";
import { isKeptNumber } from "./parseFhirJson.ts";
import { parseHistory } from "./parseHistory.ts";
import { RecordError } from "./RecordError.ts";

export type MergedEntries = {
  entries: BundleEntry[];
  /** Of each content, where among the entries stands what was in it, in its order. */
  places: number[][];
};

/** What is in the Bundles of records: everything once, in order, as it was. What is once is said at mergeRecords. */
export function mergedEntries(contents: readonly (string | Uint8Array | object)[]): MergedEntries {
  const entries: BundleEntry[] = [];
  const known: Known = new Map();
  const places = contents.map((content) =>
    bundledIn(content).map((entry) => {
      const place = placeOf({ entry, known, next: entries.length });
      if (place === entries.length) entries.push(entry);
      return place;
    }),
  );
  return { entries, places };
}

/** Three more than a history may be deep: that much is around a resource that came alone. */
export const deepestRecord = 503;

function bundledIn(content: string | Uint8Array | object): BundleEntry[] {
  const [reading, ...more] = parseHistory(content, deepestRecord);
  if (reading === undefined || more.length > 0) throw new RecordError("NotABundle");
  return entriesOf(reading.resource);
}

type Placed = { entry: BundleEntry; place: number };
type Known = Map<string, { first: Placed; byText?: Map<string, number> }>;

/** Where an equal of it stands already, else the next place. Contents are written out only where two have the same name, which is seldom. */
function placeOf({ entry, known, next }: { entry: BundleEntry; known: Known; next: number }): number {
  const name = nameOf(entry);
  if (name === undefined) return next;
  const namesake = known.get(name);
  if (namesake === undefined) {
    known.set(name, { first: { entry, place: next } });
    return next;
  }
  const { first } = namesake;
  const byText = (namesake.byText ??= new Map([[sortedText(first.entry), first.place]]));
  const text = sortedText(entry);
  const place = byText.get(text) ?? next;
  byText.set(text, place);
  return place;
}

function nameOf({ fullUrl, resource }: BundleEntry): string | undefined {
  if (fullUrl !== undefined) return JSON.stringify([fullUrl]);
  const { resourceType, id } = resource;
  return typeof id === "string" ? JSON.stringify([resourceType, id]) : undefined;
}

/** JSON with members in one order, since two systems may write the same resource in two. */
export function sortedText(entry: BundleEntry): string {
  return JSON.stringify(entry, (_, value: unknown) => {
    if (!isJsonObject(value) || isKeptNumber(value)) return value;
    return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}
