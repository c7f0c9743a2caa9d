import type { Hex } from "viem";

export type KeptDraft = { sealed: Uint8Array; /** In milliseconds. */ keptAt: number };

/** Where drafts lie, of everybody who uses this browser. */
export type DraftStore = {
  get(name: Hex): Promise<KeptDraft | undefined>;
  set(name: Hex, draft: KeptDraft): Promise<void>;
  remove(name: Hex): Promise<void>;
  removeBefore(time: number): Promise<void>;
};
