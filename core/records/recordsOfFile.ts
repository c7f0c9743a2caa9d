import { chunksOf } from "../sealing/body/chunksOf.ts";
import type { PlainRecord, RecordDescription } from "./PlainRecord.ts";
import { RecordError } from "./RecordError.ts";
import { describeFile } from "./recordOfFile.ts";
import { sniffMediaType, sniffedLength } from "./sniffMediaType.ts";
import { splitHistory } from "./splitHistory.ts";

/** A record that a file is going to become, its content not yet read. */
export type FileRecord = RecordDescription & { content: Blob };

export type RecordsOfFileParameters = {
  content: Blob;
  /** The file's. */
  name: string;
  /** RFC 3339 in UTC, for what has no date in it. */
  now: string;
};

/** Health records are read at once, since they refer to each other; strings end at half a GiB. */
export const largestHistory = 500_000_000;

/**
 * The records of a file, one at a time: those of a history in FHIR, packed or not, else the file itself, which is never
 * read into memory. Costs the length of a history in memory.
 */
export async function* recordsOfFile(parameters: RecordsOfFileParameters): AsyncGenerator<FileRecord, void> {
  const { content, name, now } = parameters;
  const head = new Uint8Array(await content.slice(0, sniffedLength).arrayBuffer());
  const mediaType = sniffMediaType(head);
  const records = isGzip(head)
    ? await packedHistoryIn(content, now)
    : mayBeFhir(mediaType)
      ? await historyIn(content, mediaType, now)
      : undefined;
  if (records === undefined) {
    if (content.size === 0) throw new RecordError("EmptyFile");
    yield { ...describeFile({ head, name, issued: now }), content };
    return;
  }
  for (const { content: bytes, ...described } of records) yield { ...described, content: new Blob([bytes]) };
}

function mayBeFhir(mediaType: string): boolean {
  return isSurelyFhir(mediaType) || mediaType === "application/json";
}

function isSurelyFhir(mediaType: string): boolean {
  return mediaType === "application/fhir+json" || mediaType === "application/fhir+ndjson";
}

/** Undefined where it is some other JSON, which is kept as it is. */
async function historyIn(content: Blob, mediaType: string, now: string): Promise<PlainRecord[] | undefined> {
  const isSurely = isSurelyFhir(mediaType);
  if (content.size > largestHistory && !isSurely) return undefined;
  if (content.size > largestHistory) throw new RecordError("HistoryTooLarge");
  const history = new Uint8Array(await content.arrayBuffer());
  try {
    return splitHistory({ history, fallbackIssued: now });
  } catch (error) {
    if (error instanceof RecordError && !isSurely) return undefined;
    throw error;
  }
}

function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/** Undefined where no history comes out, or more than a history may be: then the file is kept as it is. */
async function packedHistoryIn(content: Blob, now: string): Promise<PlainRecord[] | undefined> {
  const unpacked = content.stream().pipeThrough(new DecompressionStream("gzip"));
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  try {
    for await (const chunk of chunksOf(unpacked.getReader())) {
      size += chunk.length;
      if (size > largestHistory) return undefined;
      chunks.push(chunk as Uint8Array<ArrayBuffer>);
    }
    const history = new Uint8Array(await new Blob(chunks).arrayBuffer());
    return splitHistory({ history, fallbackIssued: now });
  } catch (error) {
    const isNone = error instanceof RecordError || error instanceof TypeError; // as streams say that it is no gzip
    if (isNone) return undefined;
    throw error;
  }
}
