import { SealingError } from "./SealingError.ts";
import { decapsulate } from "./decapsulate.ts";
import type { KeyPair } from "./keyPairOf.ts";
import { keyedHash } from "./keyedHash.ts";
import { sodium } from "./sodium.ts";
import { suites } from "./suites.ts";
import { zeroNonce } from "./wrapKey.ts";

export type UnwrapKeyParameters = { pair: KeyPair; wrapped: Uint8Array; context: Uint8Array };

export function unwrapKey({ pair, wrapped, context }: UnwrapKeyParameters): Uint8Array {
  if (wrapped.length !== suites[pair.suite].wrapSize)
    throw new SealingError("UnknownFormat", "size of the wrapped key");
  try {
    return pair.suite === 1
      ? sodium.crypto_box_seal_open(wrapped, pair.publicKey, pair.secretKey)
      : unwrapWithXWing({ pair, wrapped, context });
  } catch {
    throw new SealingError("WrongChartOrKey", "the key does not unwrap");
  }
}

function unwrapWithXWing({ pair, wrapped, context }: UnwrapKeyParameters): Uint8Array {
  const ciphertext = wrapped.subarray(0, ciphertextSize);
  const sharedSecret = decapsulate(pair, ciphertext);
  const wrapping = keyedHash(sharedSecret, "ownchart/wrap", context, ciphertext);
  try {
    const box = wrapped.subarray(ciphertextSize);
    return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, box, context, zeroNonce, wrapping);
  } finally {
    sodium.memzero(sharedSecret);
    sodium.memzero(wrapping);
  }
}

const ciphertextSize = 1120;
