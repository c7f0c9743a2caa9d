import { SealingError } from "../sealing/SealingError.ts";
import { bytesOf } from "../sealing/body/bytesOf.ts";
import type { Access } from "./Access.ts";
import { ChartError } from "./ChartError.ts";
import type { Holder } from "./Holder.ts";
import { type ClosedRecord, type ListedRecord, listRecords } from "./listRecords.ts";
import { readRecord } from "./readRecord.ts";

/** A record with its whole content, or one that cannot be had, and why. */
export type ExportedRecord =
  | { record: ListedRecord; content: Uint8Array }
  | { record: ListedRecord | ClosedRecord; refusal: ClosedRecord["refusal"] | "RecordGone" };

export type ExportChartParameters = { holder: Holder; access: Access; signal?: AbortSignal };

/** Everything in a chart, newest first, one record at a time. What is damaged or gone is said, and stops nothing else. */
export async function* exportChart(parameters: ExportChartParameters): AsyncGenerator<ExportedRecord, void> {
  const { holder, access, signal } = parameters;
  const { records, closed } = await listRecords({ holder, access });
  for (const record of records) {
    signal?.throwIfAborted();
    yield await exported({ holder, access, record });
  }
  for (const record of closed) yield { record, refusal: record.refusal };
}

async function exported(parameters: Parameters<typeof readRecord>[0]): Promise<ExportedRecord> {
  const { record } = parameters;
  try {
    return { record, content: await bytesOf(await readRecord(parameters)) };
  } catch (error) {
    if (error instanceof SealingError) return { record, refusal: error.name };
    if (error instanceof ChartError && error.name === "RecordGone") return { record, refusal: error.name };
    throw error;
  }
}
