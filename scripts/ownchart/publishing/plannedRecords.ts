import { createHash } from "node:crypto";
import { openAsBlob } from "node:fs";
import { basename } from "node:path";
import type { NewRecord } from "#core/chart/NewRecord.ts";
import type { PlainRecord } from "#core/records/PlainRecord.ts";
import { RecordError } from "#core/records/RecordError.ts";
import { describeFile } from "#core/records/recordOfFile.ts";
import { sniffMediaType, sniffedLength } from "#core/records/sniffMediaType.ts";
import { splitHistory } from "#core/records/splitHistory.ts";
import { CommandError } from "../CommandError.ts";
import { requireFile } from "../readSmallFile.ts";

/** A record that a file is going to become. */
export type PlannedRecord = {
  file: string;
  record: NewRecord;
  /** SHA-256 of the content. */
  digest: Uint8Array;
};

export type PlannedRecordsParameters = {
  file: string;
  /** RFC 3339 in UTC, for what has no date in it. */ now: string;
};

/** Health records are read at once, since they refer to each other; strings end at half a GiB. */
const largestHistory = 500_000_000;
/** What a body can hold is more. */
const largestFile = 2 ** 40;

/**
 * The records of a file, one at a time: those of a history in FHIR, else the file itself, which is never read into memory.
 * Costs the length of a history in memory, and one reading of the file.
 */
export async function* plannedRecords({ file, now }: PlannedRecordsParameters): AsyncGenerator<PlannedRecord, void> {
  const size = await requireFile(file, largestFile);
  const content = await openAsBlob(file);
  const head = await content.slice(0, sniffedLength).bytes();
  const mediaType = sniffMediaType(head);
  const records = isGzip(head)
    ? await packedHistoryIn(content, now)
    : mayBeFhir(mediaType)
      ? await historyIn({ file, size, content, mediaType, now })
      : undefined;
  if (records === undefined) {
    const described = describeFile({ head, name: basename(file), issued: now });
    yield { file, record: { ...described, content }, digest: await digestOf(file, content) };
    return;
  }
  for (const { content: bytes, ...described } of records) {
    const record = { ...described, content: new Blob([bytes]) };
    yield { file, record, digest: createHash("sha256").update(bytes).digest() };
  }
}

function mayBeFhir(mediaType: string): boolean {
  return isSurelyFhir(mediaType) || mediaType === "application/json";
}

function isSurelyFhir(mediaType: string): boolean {
  return mediaType === "application/fhir+json" || mediaType === "application/fhir+ndjson";
}

type HistoryInParameters = { file: string; size: number; content: Blob; mediaType: string; now: string };

/** Undefined where it is some other JSON, which is kept as it is. */
async function historyIn(parameters: HistoryInParameters): Promise<PlainRecord[] | undefined> {
  const { file, size, content, mediaType, now } = parameters;
  if (size > largestHistory && !isSurelyFhir(mediaType)) return undefined;
  if (size > largestHistory) throw new CommandError("FileTooLarge", { about: file });
  try {
    return splitHistory({ history: await content.bytes(), fallbackIssued: now });
  } catch (error) {
    if (error instanceof RecordError && !isSurelyFhir(mediaType)) return undefined;
    throw error instanceof RecordError ? withFile(error, file) : error;
  }
}

function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/** Undefined where no history comes out, or more than a history may be: then the file is kept as it is. */
async function packedHistoryIn(content: Blob, now: string): Promise<PlainRecord[] | undefined> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  try {
    for await (const chunk of content.stream().pipeThrough(new DecompressionStream("gzip"))) {
      size += chunk.length;
      if (size > largestHistory) return undefined;
      chunks.push(chunk);
    }
    return splitHistory({ history: await new Blob(chunks).bytes(), fallbackIssued: now });
  } catch (error) {
    const isNone = error instanceof RecordError || error instanceof TypeError; // as streams say that it is no gzip
    if (isNone) return undefined;
    throw error;
  }
}

/** Of several files one wants to know which. */
function withFile(error: RecordError, file: string): RecordError {
  const named = new RecordError(error.name, error.detail);
  named.message = `${file}: ${error.message}`;
  return named;
}

async function digestOf(file: string, content: Blob): Promise<Uint8Array> {
  const hash = createHash("sha256");
  try {
    for await (const chunk of content.stream()) hash.update(chunk);
  } catch (cause) {
    throw new CommandError("FileChanged", { about: file, cause }); // a Blob of a file notices
  }
  return hash.digest();
}
