import type { Address, Hex } from "viem";
import type { Keyring } from "../sealing/keyring.ts";

/** What somebody can do with a chart: one's own, or one that was shared. */
export type Access = {
  subject: Address;
  /** Which the keys to write with are of, and its keyset. */
  epoch: number;
  keyset: Uint8Array;
  keyring: Keyring;
  /** Of the keys one holds, to ask a gateway for what they open; undefined where it is everything. */
  keyIds?: readonly Hex[];
  /** The current epoch's key of a category, where it may be added to. */
  writingKey(category: number): Uint8Array | undefined;
  /** Where the chart is somebody else's: what was agreed, and whose it says it is. */
  shared?: { terms: object; about: { name: string; birthDate: string } };
};
