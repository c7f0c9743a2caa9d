import type { Address, Hex } from "viem";

/** What the chain says now about who may do what. Every answer is of the newest block, or `ChainUnreachable`. */
export type ConsentReader = {
  accessOf(parties: { subject: Address; grantee: Address }): Promise<GranteeAccess>;
  /** Whether somebody works for a licensed hospital that may add to a chart, and so may bring what it adds. */
  mayBringFor(parties: { subject: Address; hospital: Address; staff: Address }): Promise<boolean>;
  /** Who published what; undefined for what stands in no chart. */
  authorsOf(records: { subject: Address; digests: readonly Hex[] }): Promise<(Address | undefined)[]>;
};

export type GranteeAccess = {
  /** At this moment. */
  read: boolean;
  contribute: boolean;
  /** Given and not over, though perhaps still to begin. */
  stands: boolean;
};
