import type { BundleEntry, Resource } from "./BundleEntry.ts";
import { bundleIndex } from "./bundleIndex.ts";
import type { Category } from "./categories.ts";
import { categoryOf } from "./categoryOf.ts";
import { collectionText } from "./collectionText.ts";
import { type Visit, encounterOf } from "./encounterOf.ts";
import { entriesOf } from "./entriesOf.ts";
import { isJsonObject } from "./isJsonObject.ts";
import type { PlainRecord } from "./PlainRecord.ts";
import { type Reading, parseHistory } from "./parseHistory.ts";
import { RecordError } from "./RecordError.ts";
import { recordIssued } from "./recordIssued.ts";
import { recordTitle } from "./recordTitle.ts";

/**
 * A patient's history (a FHIR R4 Bundle of any type, one resource, or one resource a line) as records: for each visit
 * one a category, and one a category for what belongs to no visit. Each is a Bundle of type collection with every
 * fullUrl and resource as it was. Documents and signed Bundles are one record each, to the byte: a part of them would
 * no longer be what somebody signed.
 */
export function splitHistory({
  history,
  fallbackIssued = new Date().toISOString(),
}: {
  history: string | Uint8Array | object;
  /** For records without any date in them; RFC 3339 in UTC. */
  fallbackIssued?: string;
}): PlainRecord[] {
  const readings = parseHistory(history);
  const entries = readings.flatMap(({ resource }) => {
    if (resource.resourceType !== "Bundle") return { resource };
    return isWhole(resource) ? [] : entriesOf(resource);
  });
  const records = [
    ...readings.filter(({ resource }) => isWhole(resource)).map((reading) => recordOfWhole(reading, fallbackIssued)),
    ...partsOf(entries).map((part) => recordOfPart(part, fallbackIssued)),
  ];
  if (records.length === 0) throw new RecordError("EmptyBundle");
  return records;
}

function isWhole({ resourceType, type, signature }: Resource): boolean {
  return resourceType === "Bundle" && (type === "document" || isJsonObject(signature));
}

function recordOfWhole({ resource, text }: Reading, fallbackIssued: string): PlainRecord {
  const resources = entriesOf(resource).map((entry) => entry.resource);
  const [first] = resources;
  if (first === undefined) throw new RecordError("EmptyBundle");
  const category = categoryOf(resource);
  return {
    category,
    mediaType: "application/fhir+json",
    title: recordTitle({ category, resources: [first] }),
    issued:
      recordIssued({ resources: [first] }) ?? recordIssued({ resources: [resource, ...resources] }) ?? fallbackIssued,
    resources: typesOf(resources),
    content: new TextEncoder().encode(text),
  };
}

type Part = { category: Category; visit: Visit | undefined; entries: BundleEntry[] };

function partsOf(entries: readonly BundleEntry[]): Part[] {
  const index = bundleIndex(entries);
  const parts: Part[] = [];
  const byVisit = new Map<unknown, Map<Category, Part>>();
  for (const entry of entries) {
    const visit = encounterOf({ entry, index });
    const category = categoryOf(entry.resource);
    const ofVisit = byVisit.get(visit?.key) ?? new Map<Category, Part>();
    byVisit.set(visit?.key, ofVisit);
    const part = ofVisit.get(category);
    if (part !== undefined) {
      part.entries.push(entry);
      continue;
    }
    const begun = { category, visit, entries: [entry] };
    ofVisit.set(category, begun);
    parts.push(begun);
  }
  return parts;
}

function recordOfPart({ category, visit, entries }: Part, fallbackIssued: string): PlainRecord {
  const resources = entries.map(({ resource }) => resource);
  const encounter = visit?.encounter;
  return {
    category,
    mediaType: "application/fhir+json",
    title: recordTitle({ category, resources, encounter }),
    issued: recordIssued({ resources, encounter }) ?? fallbackIssued,
    resources: typesOf(resources),
    content: new TextEncoder().encode(collectionText(entries)),
  };
}

function typesOf(resources: readonly Resource[]): string[] {
  return [...new Set(resources.map(({ resourceType }) => resourceType))];
}
