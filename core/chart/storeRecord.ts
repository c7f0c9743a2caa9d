import { type Address, type Hex, sha256 } from "viem";
import { categoryNumber } from "../records/categories.ts";
import { sealBody } from "../sealing/body/sealBody.ts";
import { sealCapsule } from "../sealing/capsule/sealCapsule.ts";
import { openKeyset } from "../sealing/keyset/openKeyset.ts";
import { requireWritingKey } from "../sealing/keyset/requireWritingKey.ts";
import { randomBytes } from "../sealing/randomBytes.ts";
import type { Access } from "./Access.ts";
import { ChartError } from "./ChartError.ts";
import type { Holder } from "./Holder.ts";
import { recordPlaceOf } from "./recordPlaceOf.ts";
import type { NewRecord } from "./NewRecord.ts";

export type StoreRecordParameters = {
  holder: Holder;
  access: Access;
  record: NewRecord;
  /** Of the chart's current epoch, as the chain says it. */
  keysetHash: Hex;
  /** Where the holder works for one: whose record it is going to be. */
  hospital?: Address;
  /** Told how many bytes of the sealed body are on their way. */
  onProgress?: (bytes: number) => void;
  signal?: AbortSignal;
};

/**
 * Seals a record and stores body and capsule. It stands in nobody's chart before its hash, which this answers with, is
 * published; a crash before leaves nothing but garbage.
 */
export async function storeRecord(parameters: StoreRecordParameters): Promise<Hex> {
  const { holder, access, record, keysetHash, hospital, onProgress, signal } = parameters;
  const { services, address } = holder;
  const { suite, publicKey } = currentKey(access, record, keysetHash);

  const place = recordPlaceOf(services, access.subject, hospital ?? address);
  const dek = randomBytes(32);
  const { content } = record;
  const sealed = sealBody({ content: content.stream(), length: content.size, dek, place });
  const { body, size } = sealed;
  let sent = 0;
  const onCount = (bytes: number) => {
    sent = bytes;
    onProgress?.(bytes);
  };
  const onItsWay = counted(body, onCount, signal);
  const stored = await services.blobs.put(onItsWay, size);
  if (sent !== size || stored !== (await sealed.cid)) throw new ChartError("RecordNotStored");

  const { mediaType, title, issued, resources, prev } = record;
  const category = categoryNumber(record.category);
  const described = { cid: stored, mediaType, title, category, epoch: access.epoch, issued, resources };
  const entry = prev === undefined ? described : { ...described, prev };
  const capsule = sealCapsule({ entry, dek, suite, publicKey, place });
  await services.capsules.put({ subject: access.subject, capsule, ...(hospital !== undefined && { hospital }) });
  return sha256(capsule);
}

/** Nothing is sealed under keys of the past, however long ago the access was opened. */
function currentKey({ keyset, writingKey }: Access, record: NewRecord, keysetHash: Hex) {
  const category = categoryNumber(record.category);
  const current = openKeyset({ bytes: keyset, hash: keysetHash });
  const publicKey = writingKey(category);
  if (publicKey === undefined) throw new ChartError("CategoryNotGranted");
  requireWritingKey({ keyset: current, category, publicKey });
  return { suite: current.suite, publicKey };
}

function counted(body: ReadableStream<Uint8Array>, onCount: (bytes: number) => void, signal?: AbortSignal) {
  let bytes = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.length;
      onCount(bytes);
      controller.enqueue(chunk);
    },
  });
  return body.pipeThrough(counter, signal && { signal });
}
