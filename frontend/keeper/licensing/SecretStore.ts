import type { Hex } from "viem";

/** Where boards' secrets lie, sealed, of everybody who uses this browser. */
export type SecretStore = {
  get(name: Hex): Promise<Uint8Array | undefined>;
  set(name: Hex, sealed: Uint8Array): Promise<void>;
};
