import type { Hex } from "viem";

/** Where visits lie, of everybody who uses this browser. */
export type VisitStore = {
  get(name: Hex): Promise<Uint8Array | undefined>;
  set(name: Hex, sealed: Uint8Array): Promise<void>;
};
