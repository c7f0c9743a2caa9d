import { type Address, hexToBytes } from "viem";
import { nonceSize, openAead } from "#core/sealing/aead.ts";
import { parseVault } from "#core/sealing/vault/parseVault.ts";
import { slotKey } from "#core/sealing/vault/slotKey.ts";
import type { Opened } from "./openCapsuleWith.ts";

export type OpenVaultWithParameters = {
  vault: Uint8Array;
  chainId: number;
  address: Address;
  /** Tried as a slot's factor, and as its key. Passphrases are not guessed at. */
  values: readonly Uint8Array[];
};

export async function openVaultWith({ vault, chainId, address, values }: OpenVaultWithParameters): Promise<Opened> {
  for (const { kind, salt, params, box } of parseVault(JSON.parse(new TextDecoder().decode(vault))).slots) {
    const [saltBytes, sealed] = [hexToBytes(salt), hexToBytes(box)];
    const credential = typeof params.credential === "string" ? [hexToBytes(params.credential as `0x${string}`)] : [];
    const opens = (key: Uint8Array) =>
      openAead({ key, nonce: sealed.subarray(0, nonceSize), box: sealed.subarray(nonceSize) }) !== undefined;
    for (const factor of [saltBytes, ...credential, ...values]) {
      if (factor.length === 32 && opens(factor)) return `the key of a slot (${kind})`;
      if (opens(await slotKey({ kind, factor, salt: saltBytes, chainId, address })))
        return `the factor of a slot (${kind})`;
    }
  }
  return undefined;
}
