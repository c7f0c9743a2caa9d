import { openBody } from "../sealing/body/openBody.ts";
import type { Access } from "./Access.ts";
import { ChartError } from "./ChartError.ts";
import type { Holder } from "./Holder.ts";
import { recordPlaceOf } from "./recordPlaceOf.ts";
import type { ListedRecord } from "./listRecords.ts";

export type ReadRecordParameters = { holder: Holder; access: Access; record: ListedRecord };

/** A record's content. Nobody may be shown any of it before the stream has ended well. */
export async function readRecord(parameters: ReadRecordParameters): Promise<ReadableStream<Uint8Array>> {
  const { holder, access, record } = parameters;
  const { services } = holder;
  const { entry, dek, author } = record;
  const body = await services.blobs.get(entry.cid);
  if (body === undefined) throw new ChartError("RecordGone");
  return openBody({ body, cid: entry.cid, dek, place: recordPlaceOf(services, access.subject, author) });
}
