import type { Address, Hex } from "viem";

/** What the chain says now about who may do what. Every answer is of the newest block, or `ChainUnreachable`. */
export type ConsentReader = {
  /** What a grantee has at this moment. */
  accessOf(parties: { subject: Address; grantee: Address }): Promise<{ read: boolean; contribute: boolean }>;
  /** Who published what; undefined for what stands in no chart. */
  authorsOf(records: { subject: Address; digests: readonly Hex[] }): Promise<(Address | undefined)[]>;
};
