import { stringToBytes } from "viem";

/** Argon2id over 64 MiB, however the passphrase's accents were typed. The library that has it is loaded when needed. */
export async function passphraseFactor(passphrase: string, salt: Uint8Array): Promise<Uint8Array> {
  const { default: sumo } = await import("libsodium-wrappers-sumo");
  await sumo.ready;
  const text = stringToBytes(passphrase.normalize("NFKC"));
  const { t, m } = passphraseParameters;
  return sumo.crypto_pwhash(32, text, salt, t, m * 1024, sumo.crypto_pwhash_ALG_ARGON2ID13);
}

export const passphraseParameters = { alg: "argon2id", m: 65_536, t: 3, p: 1 } as const;
