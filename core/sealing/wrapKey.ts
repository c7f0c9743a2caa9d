import { concat } from "viem";
import { SealingError } from "./SealingError.ts";
import { keyedHash } from "./keyedHash.ts";
import { type RandomBytes, randomBytes } from "./randomBytes.ts";
import { sodium } from "./sodium.ts";
import { type Suite, suites } from "./suites.ts";

export type WrapKeyParameters = {
  suite: Suite;
  publicKey: Uint8Array;
  key: Uint8Array;
  context: Uint8Array;
  /** Suite 1 draws in the library. */
  random?: RandomBytes;
};

/** A 32-byte key, sealed to a public key. Suite 1 leaves binding the context to the commitment that stands beside it. */
export function wrapKey(parameters: WrapKeyParameters): Uint8Array {
  const { suite, publicKey, key } = parameters;
  if (publicKey.length !== suites[suite].publicKeySize)
    throw new SealingError("UnknownFormat", "size of the public key");
  try {
    return suite === 1 ? sodium.crypto_box_seal(key, publicKey) : wrapWithXWing(parameters);
  } catch (cause) {
    throw new SealingError("UnknownFormat", "the public key is none", cause);
  }
}

function wrapWithXWing({ publicKey, key, context, random = randomBytes }: WrapKeyParameters): Uint8Array {
  // A seed from outside, since drawing it inside the library takes as long as all the rest.
  const { ciphertext, sharedSecret } = sodium.crypto_kem_xwing_enc_deterministic(publicKey, random(64));
  const wrapping = keyedHash(sharedSecret, "ownchart/wrap", context, ciphertext);
  try {
    const box = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(key, context, null, zeroNonce, wrapping);
    return concat([ciphertext, box]);
  } finally {
    sodium.memzero(sharedSecret);
    sodium.memzero(wrapping);
  }
}

/** Every wrapping key is used once. */
export const zeroNonce = new Uint8Array(24);
