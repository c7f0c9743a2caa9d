import type { Hex } from "viem";

/** A root that a gateway anchored, as the chain tells it. */
export type AnchoredHead = {
  root: Hex;
  /** Entries of all subjects. */
  total: number;
  /** In which it was included. */
  block: number;
};
