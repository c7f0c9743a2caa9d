import { type Hex, bytesToHex } from "viem";
import { randomBytes } from "#core/sealing/randomBytes.ts";
import { type Device, deviceSlot } from "#core/sealing/vault/device.ts";
import { passkeySlot } from "#core/sealing/vault/passkey.ts";
import { passphraseSlot } from "#core/sealing/vault/passphrase.ts";
import type { NewSlot } from "#core/sealing/vault/sealVault.ts";
import type { NewWay } from "./Keeper.ts";
import type { VaultSurroundings } from "./VaultSurroundings.ts";

/** A way to unlock, asked for; and what of it this browser is to keep once the vault has it. */
export type AskedSlot = { slot: NewSlot; device?: { salt: Hex; secret: Uint8Array } };

export async function newSlotOf(surroundings: VaultSurroundings, way: NewWay): Promise<AskedSlot> {
  if (way.kind === "passkey") return { slot: await passkeySlot(surroundings.passkeys) };
  if (way.kind === "passphrase") return { slot: await passphraseSlot(way.passphrase) };
  const secret = randomBytes(32);
  const slot = await deviceSlot(deviceOf(surroundings, secret));
  return { slot, device: { salt: bytesToHex(slot.salt), secret } };
}

export function deviceOf({ address, connection, signer, page }: VaultSurroundings, secret: Uint8Array): Device {
  const { chainId } = connection.services.chain;
  return { address, chainId, ...page, secret, signMessage: (message) => signer.signMessage({ message }) };
}
