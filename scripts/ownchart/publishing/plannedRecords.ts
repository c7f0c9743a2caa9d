import { createHash } from "node:crypto";
import { openAsBlob } from "node:fs";
import { basename } from "node:path";
import type { NewRecord } from "#core/chart/NewRecord.ts";
import { RecordError } from "#core/records/RecordError.ts";
import { recordsOfFile } from "#core/records/recordsOfFile.ts";
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

/** What a body can hold is more. */
const largestFile = 2 ** 40;

/** The records of a file, one at a time, each with its hash: one more reading of the file where it is one record. */
export async function* plannedRecords({ file, now }: PlannedRecordsParameters): AsyncGenerator<PlannedRecord, void> {
  await requireFile(file, largestFile);
  const content = await openAsBlob(file);
  try {
    for await (const record of recordsOfFile({ content, name: basename(file), now })) {
      yield { file, record, digest: await digestOf(file, record.content) };
    }
  } catch (error) {
    throw error instanceof RecordError ? withFile(error, file) : error;
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
