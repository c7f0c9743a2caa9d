import { type Address, bytesToHex, concat } from "viem";
import { SealingError } from "../SealingError.ts";
import { nonceSize, sealAead } from "../aead.ts";
import { type RandomBytes, randomBytes } from "../randomBytes.ts";
import { sodium } from "../sodium.ts";
import { type Slot, type SlotKind, type Vault, slotLimit } from "./Vault.ts";
import { type Roots, encodeRoots } from "./roots.ts";
import { slotKey } from "./slotKey.ts";

/** A way to unlock that a vault shall have. */
export type NewSlot = { kind: SlotKind; salt: Uint8Array; params: Slot["params"]; factor: Uint8Array };

export type SealVaultParameters = {
  roots: Roots;
  chainId: number;
  address: Address;
  /** All there shall be: with a new root none of the earlier slots is taken over, since each is sealed by its factor. */
  slots: readonly NewSlot[];
  random?: RandomBytes;
};

/** A vault that a recovery code and at least one other way unlock. */
export async function sealVault(parameters: SealVaultParameters): Promise<Vault> {
  const { address, slots } = parameters;
  requireEnough(slots);
  const sealed = [];
  for (const slot of slots) sealed.push(await sealSlot({ ...parameters, slot }));
  return { v: 1, address: address.toLowerCase(), slots: sealed };
}

export type AddSlotParameters = Omit<SealVaultParameters, "slots"> & { vault: Vault; slot: NewSlot };

/** One more way to unlock. Taking one away means a new root, since whoever had it may have opened the vault. */
export async function addSlot(parameters: AddSlotParameters): Promise<Vault> {
  const { vault } = parameters;
  const slots = [...vault.slots, await sealSlot(parameters)];
  requireEnough(slots);
  return { ...vault, slots };
}

async function sealSlot(parameters: Omit<AddSlotParameters, "vault">): Promise<Slot> {
  const { roots, chainId, address, slot, random = randomBytes } = parameters;
  const { kind, salt, params, factor } = slot;
  const key = await slotKey({ kind, factor, salt, chainId, address });
  const nonce = random(nonceSize);
  const content = encodeRoots(roots);
  const box = bytesToHex(concat([nonce, sealAead({ key, nonce, plaintext: content })]));
  sodium.memzero(key);
  sodium.memzero(content);
  return { kind, salt: bytesToHex(salt), params, box };
}

function requireEnough(slots: readonly { kind: string }[]): void {
  const hasRecovery = slots.some(({ kind }) => kind === "recovery");
  if (slots.length < 2 || !hasRecovery) throw new SealingError("VaultWouldLock");
  if (slots.length > slotLimit) throw new SealingError("VaultFull");
}
