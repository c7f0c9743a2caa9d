import type { Hex } from "viem";

export type SlotKind = "passkey" | "passphrase" | "recovery" | "device";

/** One way to unlock: the vault's content, sealed under a key that follows from a factor. */
export type Slot = {
  /** A later version may bring kinds that are not known here. */
  kind: SlotKind | (string & {});
  /** 16 bytes. */
  salt: Hex;
  params: Record<string, unknown>;
  box: Hex;
};

/** A user's roots, wrapped for each way of unlocking. A gateway keeps it and can read none of it. */
export type Vault = { v: 1; address: string; slots: Slot[] };

/** Whoever serves a vault could make it long, and each slot costs a try. */
export const slotLimit = 16;
