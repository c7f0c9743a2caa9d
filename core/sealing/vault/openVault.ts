import { type Address, hexToBytes } from "viem";
import { SealingError } from "../SealingError.ts";
import { nonceSize, openAead } from "../aead.ts";
import { sodium } from "../sodium.ts";
import type { Slot, SlotKind, Vault } from "./Vault.ts";
import { type Roots, parseRoots } from "./roots.ts";
import { slotKey } from "./slotKey.ts";

/** A way to unlock: of all slots of its kind it takes the one it is for, and brings the factor. */
export type Unlock = {
  kind: SlotKind;
  factorFor(slots: readonly [Slot, ...Slot[]]): Promise<{ slot: Slot; factor: Uint8Array }>;
};

export type OpenVaultParameters = { vault: Vault; unlock: Unlock; chainId: number; address: Address };

/** The roots in a vault. Whether they are the newest only the chain can tell: see `requireCurrentVault`. */
export async function openVault({ vault, unlock, chainId, address }: OpenVaultParameters): Promise<Roots> {
  const [first, ...others] = vault.slots.filter(({ kind }) => kind === unlock.kind);
  if (first === undefined) throw new SealingError("SlotDoesNotOpen", "there is no such slot");
  const { slot, factor } = await unlock.factorFor([first, ...others]);

  const key = await slotKey({ kind: slot.kind, factor, salt: hexToBytes(slot.salt), chainId, address });
  const box = hexToBytes(slot.box);
  const content = openAead({ key, nonce: box.subarray(0, nonceSize), box: box.subarray(nonceSize) });
  sodium.memzero(key);
  if (content === undefined) throw new SealingError("SlotDoesNotOpen", "the box");
  if (vault.address !== address.toLowerCase()) throw new SealingError("SlotDoesNotOpen", "another address");
  return parseRoots(content);
}
