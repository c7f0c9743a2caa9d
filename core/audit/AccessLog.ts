import type { Address, Hex } from "viem";

/** Who received the keys to which records of one subject, as a gateway tells it. Hex is in lower case. */
export type AccessLog = {
  subject: Address;
  /** Hides in the tree whose leaf it is; null while nothing was entered. */
  salt: Hex | null;
  /** From the first on. */
  entries: readonly LogEntry[];
  /** From the oldest on. */
  anchors: readonly LogAnchor[];
};

export type LogEntry = {
  /** From 1. */
  count: number;
  /** In Unix seconds. */
  at: number;
  to: Address;
  /** The SHA-256 of each. */
  capsules: readonly Hex[];
  /** Over this entry and all before it. */
  head: Hex;
};

/** The subject's leaf in a root that the gateway anchored, and the way from the one to the other. */
export type LogAnchor = {
  root: Hex;
  /** Entries of all subjects. */
  total: number;
  count: number;
  head: Hex;
  index: number;
  siblings: readonly (Hex | null)[];
};
