import { bytesOf } from "../sealing/body/bytesOf.ts";
import type { Access } from "./Access.ts";
import type { Holder } from "./Holder.ts";
import { type ClosedRecord, type ListedRecord, listRecords } from "./listRecords.ts";
import { readRecord } from "./readRecord.ts";
import { refusalOf } from "./refusalOf.ts";

/** A record with its whole content, or one that cannot be had, and why. */
export type ExportedRecord =
  | { record: ListedRecord; content: Uint8Array }
  | { record: ListedRecord | ClosedRecord; refusal: ClosedRecord["refusal"] | "RecordGone" };

export type ExportChartParameters = { holder: Holder; access: Access; signal?: AbortSignal };

/**
 * Everything in a chart, newest first, one record at a time. What is damaged or gone is said, and stops nothing else.
 * The signal stops it within a record too.
 */
export async function* exportChart(parameters: ExportChartParameters): AsyncGenerator<ExportedRecord, void> {
  const { holder, access, signal } = parameters;
  const { records, closed } = await listRecords({ holder, access });
  for (const record of records) {
    signal?.throwIfAborted();
    yield await exported({ holder, access, record }, signal);
  }
  for (const record of closed) yield { record, refusal: record.refusal };
}

async function exported(
  parameters: Parameters<typeof readRecord>[0],
  signal: AbortSignal | undefined,
): Promise<ExportedRecord> {
  const { record } = parameters;
  try {
    const content = await readRecord(parameters);
    return { record, content: await bytesOf(signal === undefined ? content : stoppedBy(content, signal)) };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === undefined) throw error;
    return { record, refusal };
  }
}

function stoppedBy(content: ReadableStream<Uint8Array>, signal: AbortSignal): ReadableStream<Uint8Array> {
  return content.pipeThrough(new TransformStream<Uint8Array, Uint8Array>(), { signal });
}
