import { type Address, bytesToHex, concat } from "viem";
import { nonceSize, sealAead } from "#core/sealing/aead.ts";
import type { Slot } from "#core/sealing/vault/Vault.ts";
import { recoveryFactor } from "#core/sealing/vault/recoveryCode.ts";
import { encodeRoots } from "#core/sealing/vault/roots.ts";
import { slotKey } from "#core/sealing/vault/slotKey.ts";
import { randomFor } from "../randomFor.ts";
import { recoveryCodes, roots, scene } from "../scene.ts";

export type VaultByHand = {
  /** The kind that the box is sealed for. */
  kind?: string;
  address?: Address;
  chainId?: number;
  factor?: Uint8Array;
  content?: Uint8Array;
};

/** A vault with one slot, which the subject's recovery code unlocks, but for what is asked to be otherwise. */
export async function vaultByHand(asked: VaultByHand = {}) {
  const { kind = "recovery", address = scene.subject, chainId = scene.chainId } = asked;
  const { factor = recoveryFactor(recoveryCodes.subject), content = encodeRoots(subjectsRoots) } = asked;
  const random = randomFor("vault that must fail");
  const [salt, nonce] = [random(16), random(nonceSize)];
  const key = await slotKey({ kind, factor, salt, chainId, address });
  const box = bytesToHex(concat([nonce, sealAead({ key, nonce, plaintext: content })]));
  return vaultWith({ kind: "recovery", salt: bytesToHex(salt), params: {}, box });
}

/** A vault of the subject whose one slot is this. */
export function vaultWith(slot: Slot) {
  return { v: 1, address: scene.subject, slots: [slot] as [Slot] };
}

const subjectsRoots = [{ firstEpoch: 0, root: roots.subject }] as const;
