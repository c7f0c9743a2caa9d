import { type Address, concat } from "viem";
import { SealingError } from "../SealingError.ts";
import { addressBytes } from "../addressBytes.ts";
import { nonceSize, openAead, sealAead } from "../aead.ts";
import { keyedHash } from "../keyedHash.ts";
import { type RandomBytes, randomBytes } from "../randomBytes.ts";
import { sodium } from "../sodium.ts";
import type { Roots } from "./roots.ts";

export type SealLocalWalletParameters = {
  roots: Roots;
  address: Address;
  privateKey: Uint8Array;
  random?: RandomBytes;
};

/** The key of a wallet that was made on a device, as it may lie there: whoever opens the vault can sign again. */
export function sealLocalWallet(parameters: SealLocalWalletParameters): Uint8Array {
  const { roots, address, privateKey, random = randomBytes } = parameters;
  const key = localWalletKey(roots);
  const nonce = random(nonceSize);
  const box = sealAead({ key, nonce, plaintext: privateKey, associated: addressBytes(address) });
  sodium.memzero(key);
  return concat([nonce, box]);
}

export type OpenLocalWalletParameters = { roots: Roots; address: Address; sealed: Uint8Array };

export function openLocalWallet({ roots, address, sealed }: OpenLocalWalletParameters): Uint8Array {
  const key = localWalletKey(roots);
  const [nonce, box] = [sealed.subarray(0, nonceSize), sealed.subarray(nonceSize)];
  const privateKey = openAead({ key, nonce, box, associated: addressBytes(address) });
  sodium.memzero(key);
  if (privateKey === undefined) throw new SealingError("LocalWalletDamaged");
  return privateKey;
}

/** From the oldest root, which no renewal takes out of the vault. */
function localWalletKey([{ root }]: Roots): Uint8Array {
  return keyedHash(root, "ownchart/local-wallet");
}
