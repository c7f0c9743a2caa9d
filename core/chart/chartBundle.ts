import type { BundleEntry, Resource } from "../records/BundleEntry.ts";
import { base64Blob } from "../records/base64Blob.ts";
import { documentEntry } from "../records/documentEntry.ts";
import { mergedEntries } from "../records/mergedEntries.ts";
import { categoryName } from "./describeRecord.ts";
import type { ExportedRecord } from "./exportChart.ts";
import type { ListedRecord } from "./listRecords.ts";
import { recordExtension } from "./readBack/recordExtension.ts";
import { standsInBundle } from "./standsInBundle.ts";

export type ChartBundleParameters = {
  exported: AsyncIterable<ExportedRecord>;
  /** RFC 3339 in UTC. */
  exportedAt: string;
  onRecord: (count: number) => void;
  /** Whenever a document has been taken in: how many bytes of the Bundle are documents so far. */
  onBytes?: (bytes: number) => void;
};

export type LostRecord = Extract<ExportedRecord, { refusal: unknown }>;

export type ChartBundle = { bundle: Blob; records: number; lost: LostRecord[] };

type Document = { entry: BundleEntry; data: Blob; extension: object };

/**
 * A chart as one FHIR Bundle, for another system. All FHIR that is in force stands in it as it was; documents, signed
 * Bundles, and what was replaced or taken back are DocumentReferences with the very bytes in them. What cannot be had is
 * named in an OperationOutcome. An extension of each entry says which record it was in: other systems pass it over, and
 * `recordsOfChartBundle` makes the same records of it again. Holds the FHIR part of a chart in memory, and one document.
 */
export async function chartBundle(parameters: ChartBundleParameters): Promise<ChartBundle> {
  const { exported, exportedAt, onRecord, onBytes } = parameters;
  const bundled: { content: Uint8Array; extension: object }[] = [];
  const documents: Document[] = [];
  const lost: LostRecord[] = [];
  let [records, bytes] = [0, 0];
  for await (const one of exported) {
    onRecord(records + lost.length + 1);
    if ("refusal" in one) {
      lost.push(one);
      continue;
    }
    records += 1;
    const isDocument = !standsInBundle(one);
    const { entry, status } = one.record;
    const isDisputed = status === "disputed";
    const extension = recordExtension({ number: records, entry, isDocument, isDisputed });
    if (!isDocument) {
      bundled.push({ content: one.content, extension });
      continue;
    }
    const data = base64Blob(one.content);
    documents.push({ entry: entryOf(one), data, extension });
    onBytes?.((bytes += data.size));
  }
  const { entries, places } = mergedEntries(bundled.map(({ content }) => content));
  const extensions = entries.map((): object[] => []);
  for (const [at, { extension }] of bundled.entries()) {
    for (const place of places[at]!) extensions[place]!.push(extension);
  }
  const subject = onlyPatientOf(entries);
  const texts: BlobPart[][] = [
    ...entries.map((entry, place) => [JSON.stringify({ extension: extensions[place], ...entry })]),
    ...documents.map((document) => withData(document, subject)),
    ...(lost.length > 0 ? [[JSON.stringify({ resource: outcomeOf(lost) })]] : []),
  ];
  return { bundle: bundleOf(texts, exportedAt), records, lost };
}

/** FHIR knows no empty lists. */
function bundleOf(texts: readonly BlobPart[][], timestamp: string): Blob {
  const head = JSON.stringify({ resourceType: "Bundle", type: "collection", timestamp });
  if (texts.length === 0) return new Blob([head]);
  const parts = texts.flatMap((text, at) => (at === 0 ? text : [",\n", ...text]));
  return new Blob([`${head.slice(0, -1)},"entry":[\n`, ...parts, "\n]}\n"]);
}

function entryOf({ record, content }: { record: ListedRecord; content: Uint8Array }): BundleEntry {
  const { title, mediaType, issued, category } = record.entry;
  const status = record.status === "disputed" ? "current" : record.status;
  return documentEntry({ status, category: categoryName(category), title, mediaType, issued, content });
}

/** The text of an entry around its bytes. No text in it can look like an empty member: quotes in texts are escaped. */
function withData({ entry, data, extension }: Document, subject: string | undefined): BlobPart[] {
  const { fullUrl, resource } = entry;
  const whole = subject === undefined ? resource : { ...resource, subject: { reference: subject } };
  const [before, after] = JSON.stringify({ extension: [extension], fullUrl, resource: whole }).split('"data":""');
  return [`${before!}"data":"`, data, `"${after!}`];
}

/** What neighbours call the patient; undefined where there is none, or more than one. */
function onlyPatientOf(entries: readonly BundleEntry[]): string | undefined {
  const names = entries
    .filter(({ resource }) => resource.resourceType === "Patient")
    .map(({ fullUrl, resource }) => fullUrl ?? `Patient/${String(resource["id"])}`);
  const [name, ...others] = new Set(names);
  return others.length === 0 && typeof name === "string" ? name : undefined;
}

function outcomeOf(lost: readonly LostRecord[]): Resource {
  const issue = lost.map(({ record, refusal }) => {
    const what = "entry" in record ? `${record.entry.title}, ${record.entry.issued}` : dayOf(record.publishedAt);
    return { severity: "warning", code: "incomplete", diagnostics: `${what}: ${refusal}` };
  });
  return { resourceType: "OperationOutcome", issue };
}

function dayOf(seconds: number): string {
  return `A record that was added on ${new Date(seconds * 1000).toISOString().slice(0, 10)}`;
}
