import { concat } from "viem";
import type { KeyPair } from "./keyPairOf.ts";
import { sodium } from "./sodium.ts";

/**
 * The shared secret in a ciphertext of X-Wing. Its secret key is a seed, from which the library makes the real keys anew
 * for every ciphertext; that is a third of the work, and here it is done once a key pair.
 */
export function decapsulate(pair: KeyPair, ciphertext: Uint8Array): Uint8Array {
  const { mlKem, x25519, x25519Public } = expandedKeysOf(pair);
  const share = ciphertext.subarray(mlKemCiphertextSize);
  const secrets = [
    sodium.crypto_kem_mlkem768_dec(ciphertext.subarray(0, mlKemCiphertextSize), mlKem),
    sodium.crypto_scalarmult(x25519, share),
  ];
  const combined = sodium.crypto_hash_sha3256(concat([...secrets, share, x25519Public, label]));
  for (const secret of secrets) sodium.memzero(secret);
  return combined;
}

type ExpandedKeys = { mlKem: Uint8Array; x25519: Uint8Array; x25519Public: Uint8Array };

const known = new WeakMap<KeyPair, ExpandedKeys>();

function expandedKeysOf(pair: KeyPair): ExpandedKeys {
  const expanded = known.get(pair) ?? expand(pair);
  known.set(pair, expanded);
  return expanded;
}

function expand({ secretKey, publicKey }: KeyPair): ExpandedKeys {
  const seeds = sodium.crypto_xof_shake256(96, secretKey);
  const { privateKey } = sodium.crypto_kem_mlkem768_seed_keypair(seeds.subarray(0, 64));
  return { mlKem: privateKey, x25519: seeds.slice(64), x25519Public: publicKey.subarray(-32) };
}

const mlKemCiphertextSize = 1088;
/** By which X-Wing's combiner tells itself from others. */
const label = Uint8Array.of(0x5c, 0x2e, 0x2f, 0x2f, 0x5e, 0x5c);
