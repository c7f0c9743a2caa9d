import type { Hex } from "viem";
import type { Access } from "./Access.ts";
import { ChartError } from "./ChartError.ts";
import type { Holder } from "./Holder.ts";
import type { NewRecord } from "./NewRecord.ts";
import { currentKeysetHash } from "./currentKeysetHash.ts";
import { storeRecord } from "./storeRecord.ts";

export type SupersedeRecordParameters = {
  holder: Holder;
  access: Access;
  /** Of the record that is corrected: one of the holder's own, in force. */
  capsuleHash: Hex;
  record: Omit<NewRecord, "prev">;
};

/**
 * Puts a corrected record in the place of one of one's own, which stays readable as the version before. Answers with the
 * hash of the new one's capsule. Where anything goes wrong before the signature, the old one stays in force.
 */
export async function supersedeRecord(parameters: SupersedeRecordParameters): Promise<Hex> {
  const { holder, access, capsuleHash, record } = parameters;
  const { chain } = holder.services;
  const { subject, epoch } = access;
  const keysetHash = await currentKeysetHash(holder, subject);
  const newCapsuleHash = await storeRecord({ holder, access, record: { ...record, prev: capsuleHash }, keysetHash });
  if ((await currentKeysetHash(holder, subject)) !== keysetHash) throw new ChartError("EpochPassed");
  await chain.supersede({ author: holder.address, subject, epoch, oldCapsuleHash: capsuleHash, newCapsuleHash });
  return newCapsuleHash;
}
