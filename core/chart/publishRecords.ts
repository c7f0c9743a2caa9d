import type { Hex } from "viem";
import { bodySize } from "../sealing/body/bodySize.ts";
import type { Access } from "./Access.ts";
import { ChartError } from "./ChartError.ts";
import type { Holder } from "./Holder.ts";
import type { NewRecord } from "./NewRecord.ts";
import { currentKeysetHash } from "./currentKeysetHash.ts";
import { inParallel } from "./inParallel.ts";
import { shuffledIndices } from "./shuffledIndices.ts";
import { storeRecord } from "./storeRecord.ts";

export type Progress = { /** Bytes that are done. */ done: number; total: number };

export type PublishRecordsParameters = {
  holder: Holder;
  access: Access;
  records: readonly NewRecord[];
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal;
};

/**
 * Adds records to a chart: all of them under one signature, or, where anything goes wrong before it, none. Answers with
 * the hashes of their capsules, in the same order. They are stored and published in another: a history begins with a
 * summary and goes on with a visit, by which its records' categories could be guessed.
 */
export async function publishRecords(parameters: PublishRecordsParameters): Promise<Hex[]> {
  const { holder, access, records, onProgress, signal } = parameters;
  const { chain } = holder.services;
  const { subject, epoch } = access;
  const keysetHash = await currentKeysetHash(holder, subject);

  const total = records.reduce((sum, { content }) => sum + bodySize(content.size), 0);
  const sent = records.map(() => 0);
  let done = 0;
  const order = shuffledIndices(records.length);
  const published = await inParallel(order, atATime, async (index) => {
    signal?.throwIfAborted();
    const record = records[index]!;
    const onBytes = (bytes: number) => {
      done += bytes - sent[index]!;
      sent[index] = bytes;
      onProgress?.({ done, total });
    };
    return storeRecord({ holder, access, record, keysetHash, onProgress: onBytes, ...(signal && { signal }) });
  });
  signal?.throwIfAborted();
  // The chain does not ask subjects for the epoch; uploads take long, and another device may have ended a grant meanwhile.
  if ((await currentKeysetHash(holder, subject)) !== keysetHash) throw new ChartError("EpochPassed");
  await chain.publish({ author: holder.address, subject, epoch, capsuleHashes: published });
  const capsuleHashes: Hex[] = [];
  for (const [place, index] of order.entries()) capsuleHashes[index] = published[place]!;
  return capsuleHashes;
}

/** Records are small and ways are long: while one is on its way, others are sealed. */
const atATime = 4;
