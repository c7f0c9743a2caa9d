import type { BundleEntry } from "../../records/BundleEntry.ts";
import { entriesOf } from "../../records/entriesOf.ts";
import { listOf } from "../../records/listOf.ts";
import { deepestRecord } from "../../records/mergedEntries.ts";
import { parseHistory } from "../../records/parseHistory.ts";
import { largestHistory } from "../../records/recordsOfFile.ts";
import { ChartError } from "../ChartError.ts";
import type { ReadBack } from "./ReadBack.ts";
import { documentOf } from "./documentOf.ts";
import { fhirContent } from "./fhirContent.ts";
import { looseRecords } from "./looseRecords.ts";
import { readBackRecord } from "./readBackRecord.ts";
import { type RecordMark, recordExtensionUrl, recordMarksOf } from "./recordExtension.ts";

export type RecordsOfChartBundleParameters = {
  bundle: Blob;
  /** RFC 3339 in UTC, for what has no date in it. */
  now: string;
};

/**
 * What `chartBundle` wrote, as records for another chart: the same content, title, category, type and time. What somebody
 * has put beside it since is brought as any history is. Undefined for any other file. Holds all of it in memory.
 */
export async function recordsOfChartBundle(parameters: RecordsOfChartBundleParameters): Promise<ReadBack | undefined> {
  const { bundle, now } = parameters;
  if (bundle.size > largestHistory) return undefined;
  const text = await bundle.text();
  if (!text.includes(recordExtensionUrl)) return undefined;
  const [reading, ...more] = parseHistory(text, deepestRecord);
  if (reading?.resource.resourceType !== "Bundle" || more.length > 0) return undefined;
  const back: ReadBack = { records: [], left: [], disputed: [] };
  const taken = takenApart(listOf(reading.resource["entry"]));
  for (const { mark, entries } of taken.bundled.values()) {
    const { isDisputed, category, title, issued, resources } = mark;
    const status = isDisputed ? "disputed" : "current";
    const described = { status, category, title, mediaType: "application/fhir+json", issued, resources } as const;
    await readBackRecord(back, described, async () => fhirContent(entries));
  }
  for (const { mark, entry } of taken.documents) {
    const { content, ...record } = documentOf(entry, mark);
    await readBackRecord(back, record, async () => content);
  }
  back.records.push(...looseRecords(taken.loose, now));
  back.left.push(...taken.missing.map(() => ({ title: undefined, why: "missing" as const })));
  return back;
}

type TakenApart = {
  /** By their numbers. */
  bundled: Map<number, { mark: RecordMark; entries: BundleEntry[] }>;
  documents: { mark: RecordMark; entry: BundleEntry }[];
  /** Of no record. */
  loose: BundleEntry[];
  /** What was told to be missing when it was written. */
  missing: unknown[];
};

function takenApart(raw: readonly unknown[]): TakenApart {
  const taken: TakenApart = { bundled: new Map(), documents: [], loose: [], missing: [] };
  for (const one of raw) {
    const [entry] = entriesOf({ resourceType: "Bundle", entry: [one] });
    if (entry === undefined) continue;
    const marks = recordMarksOf(one);
    if (marks === undefined) throw new ChartError("ExportDamaged");
    const { resourceType, issue } = entry.resource;
    if (marks.length === 0 && resourceType === "OperationOutcome") taken.missing.push(...listOf(issue));
    else if (marks.length === 0) taken.loose.push(entry);
    for (const mark of marks) {
      if (mark.isDocument) taken.documents.push({ mark, entry });
      else entriesOfRecord(taken, mark).push(entry);
    }
  }
  return taken;
}

function entriesOfRecord({ bundled }: TakenApart, mark: RecordMark): BundleEntry[] {
  const known = bundled.get(mark.number) ?? { mark, entries: [] };
  bundled.set(mark.number, known);
  const isSame = JSON.stringify(known.mark) === JSON.stringify(mark);
  if (!isSame) throw new ChartError("ExportDamaged");
  return known.entries;
}
