import { concat, stringToBytes } from "viem";
import { keyedHash } from "../keyedHash.ts";
import { passphraseFactor } from "../vault/passphraseFactor.ts";

/** Format 1: the passphrase by Argon2id as vaults take it, then chunks of 16 × 4 KiB. */
export const archiveHead = concat([stringToBytes("OCA1"), Uint8Array.of(1, 16, 0, 0)]);
export const saltSize = 16;
export const headerSize = 24;

export async function archiveKey(passphrase: string, salt: Uint8Array): Promise<Uint8Array> {
  return keyedHash(await passphraseFactor(passphrase, salt), "ownchart/archive");
}
