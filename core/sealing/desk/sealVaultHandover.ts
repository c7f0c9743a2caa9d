import { concat } from "viem";
import { nonceSize, sealAead } from "../aead.ts";
import { keyedHash } from "../keyedHash.ts";
import { type RandomBytes, randomBytes } from "../randomBytes.ts";
import { sodium } from "../sodium.ts";
import { wrapKey } from "../wrapKey.ts";

export type SealVaultHandoverParameters = {
  /** The new device's, from the request that the digits vouched for. */
  publicKey: Uint8Array;
  content: Uint8Array;
  /** Of the chart that the vault is for. */
  context: Uint8Array;
  random?: RandomBytes;
};

/** Step 5: the vault's content, for the fresh key of a new device. */
export function sealVaultHandover(parameters: SealVaultHandoverParameters): Uint8Array {
  const { publicKey, content, context, random = randomBytes } = parameters;
  const key = random(32);
  const head = concat([wrapKey({ suite: 2, publicKey, key, context, random }), random(nonceSize)]);
  const own = handoverKey(key, context);
  const nonce = head.subarray(-nonceSize);
  const sealed = concat([head, sealAead({ key: own, nonce, plaintext: content, associated: head })]);
  sodium.memzero(key);
  sodium.memzero(own);
  return sealed;
}

export function handoverKey(key: Uint8Array, context: Uint8Array): Uint8Array {
  return keyedHash(key, "ownchart/handover", context);
}
