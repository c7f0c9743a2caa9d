import type { SlotKind } from "#core/sealing/vault/Vault.ts";
import type { Unlock } from "#core/sealing/vault/openVault.ts";
import type { NewSlot } from "#core/sealing/vault/sealVault.ts";
import { countedBytes } from "./countedBytes.ts";

/** A slot of any kind whose factor one simply has. */
export function heldSlot(kind: SlotKind, first: number): NewSlot {
  return { kind, salt: countedBytes(16, first), params: {}, factor: countedBytes(32, first) };
}

/** Unlocks the first slot of that kind. */
export function heldUnlock({ kind, factor }: NewSlot): Unlock {
  return { kind, factorFor: async ([slot]) => ({ slot, factor }) };
}
