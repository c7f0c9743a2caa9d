import type { Hex } from "viem";

/** Where templates lie, of everybody who uses this browser. */
export type TemplateStore = {
  get(name: Hex): Promise<Uint8Array | undefined>;
  /** Nothing comes in between, from another window either. */
  change(name: Hex, changed: (sealed: Uint8Array | undefined) => Uint8Array): Promise<void>;
};
