import { sodium } from "./sodium.ts";

export type AeadParameters = { key: Uint8Array; nonce: Uint8Array; box: Uint8Array; associated?: Uint8Array };

/** XChaCha20-Poly1305, or undefined where the box is not what was sealed. */
export function openAead({ key, nonce, box, associated }: AeadParameters): Uint8Array | undefined {
  try {
    return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, box, associated ?? null, nonce, key);
  } catch {
    return undefined;
  }
}

export type SealAeadParameters = { key: Uint8Array; nonce: Uint8Array; plaintext: Uint8Array; associated?: Uint8Array };

export function sealAead({ key, nonce, plaintext, associated }: SealAeadParameters): Uint8Array {
  return sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plaintext, associated ?? null, null, nonce, key);
}

export const nonceSize = 24;
export const tagSize = 16;
