import { createHash } from "node:crypto";
import type { NewRecord } from "#core/chart/NewRecord.ts";
import type { NumberedRecord } from "../publishing/plan.ts";

export type ImportedRecordsParameters = { file: string; records: readonly NewRecord[]; signal: AbortSignal };

/**
 * The records of an export as they are to be published, the same each time. Two may have the same content under two
 * titles, or be the same twice: the journal tells them apart by all that they are, and by how often it was there before.
 */
export async function* importedRecords(parameters: ImportedRecordsParameters): AsyncGenerator<NumberedRecord, void> {
  const { file, records, signal } = parameters;
  const seen = new Map<string, number>();
  for (const [at, record] of records.entries()) {
    signal.throwIfAborted();
    const { content, ...described } = record;
    const hash = createHash("sha256").update(JSON.stringify(described));
    for await (const chunk of content.stream()) hash.update(chunk);
    const name = hash.copy().digest("hex");
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    const digest = new Uint8Array(hash.update(`\0${before}`).digest());
    yield { file, number: at + 1, record, digest };
  }
}
