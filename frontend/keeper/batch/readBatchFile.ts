import { isJsonObject } from "#core/records/isJsonObject.ts";
import type { Resource } from "#core/records/BundleEntry.ts";
import { RecordError } from "#core/records/RecordError.ts";
import { entriesOf } from "#core/records/entriesOf.ts";
import { parseHistory } from "#core/records/parseHistory.ts";
import { type FileRecord, recordsOfFile } from "#core/records/recordsOfFile.ts";
import { chunksOf } from "#core/sealing/body/chunksOf.ts";
import { cidHasher } from "#core/sealing/body/cidHasher.ts";
import { KeeperError } from "../KeeperError.ts";
import { largestFile } from "../adding/createRecordAdder.ts";
import type { BatchFile } from "./AddsInBatches.ts";

/** Reads a file once for what it holds and once for its hash; it is kept by nobody. */
export async function readBatchFile(file: File): Promise<BatchFile> {
  if (file.size > largestFile) throw new KeeperError("FileTooLarge");
  const records = await recordsForBatch(file, new Date().toISOString());
  const isFhir = records.some(({ mediaType }) => mediaType === "application/fhir+json");
  return {
    content: await hashOf(file),
    size: file.size,
    people: isFhir ? await peopleIn(file) : [],
    records: records.map(({ title, category, issued, mediaType }) => {
      return { title, category, issued, isKnownFormat: mediaType !== "application/octet-stream" };
    }),
  };
}

/** The same each time, in the same order. Whom it is about is no record of its own. */
export async function recordsForBatch(file: File, now: string): Promise<FileRecord[]> {
  const all = await Array.fromAsync(recordsOfFile({ content: file, name: file.name, now }));
  const records = all.filter(({ resources }) => resources.some((type) => type !== "Patient"));
  if (records.length === 0) throw new RecordError("EmptyBundle");
  return records;
}

async function hashOf(file: File): Promise<string> {
  const hasher = cidHasher();
  for await (const chunk of chunksOf(file.stream().getReader())) await hasher.update(chunk);
  return hasher.digest();
}

async function peopleIn(file: File): Promise<BatchFile["people"]> {
  const readings = parseHistory(new Uint8Array(await file.arrayBuffer()));
  const resources = readings.flatMap(({ resource }) =>
    resource.resourceType === "Bundle" ? entriesOf(resource).map((entry) => entry.resource) : resource,
  );
  return resources.filter(({ resourceType }) => resourceType === "Patient").map(personOf);
}

function personOf({ name, birthDate }: Resource): BatchFile["people"][number] {
  const names = (Array.isArray(name) ? name : []).filter(isJsonObject).map(({ text, given, family }) => {
    const parts = [...(Array.isArray(given) ? given : []), family].filter((part) => typeof part === "string");
    return parts.length > 0 ? parts.join(" ") : String(text ?? "");
  });
  return { names, birthDate: typeof birthDate === "string" ? birthDate : "" };
}
