import { uint8 } from "./integerBytes.ts";
import { keyedHash } from "./keyedHash.ts";
import { sodium } from "./sodium.ts";
import type { Suite } from "./suites.ts";

export type KeyPair = { suite: Suite; publicKey: Uint8Array; secretKey: Uint8Array };

/** The key pair that follows from a seed: an epoch's or an identity's. */
export function keyPairOf(seed: Uint8Array, suite: Suite): KeyPair {
  const own = keyedHash(seed, "ownchart/kem", uint8(suite));
  const make = suite === 1 ? sodium.crypto_box_seed_keypair : sodium.crypto_kem_xwing_seed_keypair;
  const { publicKey, privateKey } = make(own);
  sodium.memzero(own);
  return { suite, publicKey, secretKey: privateKey };
}
