import { type Hex, sha256 } from "viem";
import type { Entry } from "../records/entry.ts";
import { SealingError } from "../sealing/SealingError.ts";
import { openCapsule } from "../sealing/capsule/openCapsule.ts";
import type { SealingErrorName } from "../sealing/sealingErrorSentences.ts";
import type { Access } from "./Access.ts";
import type { ChainRecord } from "./ChartServices.ts";
import type { Holder } from "./Holder.ts";
import { recordPlaceOf } from "./recordPlaceOf.ts";

export type ListedRecord = ChainRecord & { entry: Entry; /** Opens the body. */ dek: Uint8Array };

/** One that the chain knows and that cannot be shown: why, or that no gateway has its capsule (`Missing`). */
export type ClosedRecord = ChainRecord & { refusal: SealingErrorName | "Missing" };

export type RecordList = { records: ListedRecord[]; closed: ClosedRecord[] };

/**
 * A chart's timeline, newest first, from its capsules alone. The chain says which records there are, so a store that
 * leaves out, invents, repeats or reorders is noticed, and one bad capsule hides no other. Costs a fifth of a
 * millisecond a record that one has a key for.
 */
export async function listRecords({ holder, access }: { holder: Holder; access: Access }): Promise<RecordList> {
  const { services } = holder;
  const { subject, keyIds } = access;
  const onChain = await services.chain.recordsOf(subject);
  const waiting = new Map(onChain.map((record) => [record.capsuleHash, record]));
  const records: ListedRecord[] = [];
  const closed: ClosedRecord[] = [];

  let left = 2 * onChain.length; // as many again as there can be: more would only keep us
  for await (const capsule of services.capsules.list({ subject, ...(keyIds && { keyIds }) })) {
    if (left-- === 0) break;
    const record = waiting.get(sha256(capsule));
    if (record === undefined) continue;
    waiting.delete(record.capsuleHash);
    const opened = opening({ holder, access, capsule, record });
    if ("refusal" in opened) closed.push({ ...record, ...opened });
    else records.push({ ...record, ...opened });
  }
  for (const record of waiting.values()) closed.push({ ...record, refusal: "Missing" });
  return { records: records.toSorted(newestFirst), closed: closed.toSorted(newestFirst) };
}

type Opening = { holder: Holder; access: Access; capsule: Uint8Array; record: ChainRecord };

function opening({ holder, access, capsule, record }: Opening) {
  const { capsuleHash, author } = record;
  const place = recordPlaceOf(holder.services, access.subject, author);
  try {
    return openCapsule({ capsule, capsuleHash, place, keyring: access.keyring });
  } catch (error) {
    if (!(error instanceof SealingError)) throw error;
    return { refusal: error.name };
  }
}

function newestFirst(a: ChainRecord, b: ChainRecord): number {
  return b.publishedAt - a.publishedAt || compareText(a.capsuleHash, b.capsuleHash);
}

function compareText(a: Hex, b: Hex): number {
  return a < b ? -1 : 1;
}
