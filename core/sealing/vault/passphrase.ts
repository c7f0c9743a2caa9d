import * as v from "valibot";
import { hexToBytes, stringToBytes } from "viem";
import { SealingError } from "../SealingError.ts";
import { type RandomBytes, randomBytes } from "../randomBytes.ts";
import type { Unlock } from "./openVault.ts";
import { requireStrongPassphrase } from "./passphraseStrength.ts";
import type { NewSlot } from "./sealVault.ts";

export function passphraseUnlock(passphrase: string): Unlock {
  return {
    kind: "passphrase",
    async factorFor([slot]) {
      if (!v.is(parametersSchema, slot.params)) {
        throw new SealingError("UnknownFormat", "parameters of the passphrase");
      }
      return { slot, factor: await passphraseFactor(passphrase, hexToBytes(slot.salt)) };
    },
  };
}

/** A gateway could guess at a passphrase for years, so a weak one is refused. */
export async function passphraseSlot(passphrase: string, random: RandomBytes = randomBytes): Promise<NewSlot> {
  await requireStrongPassphrase(passphrase);
  const salt = random(16);
  return { kind: "passphrase", salt, params: parameters, factor: await passphraseFactor(passphrase, salt) };
}

/** Argon2id over 64 MiB, however the passphrase's accents were typed. The library that has it is loaded when needed. */
async function passphraseFactor(passphrase: string, salt: Uint8Array): Promise<Uint8Array> {
  const { default: sumo } = await import("libsodium-wrappers-sumo");
  await sumo.ready;
  const text = stringToBytes(passphrase.normalize("NFKC"));
  const { t, m } = parameters;
  return sumo.crypto_pwhash(32, text, salt, t, m * 1024, sumo.crypto_pwhash_ALG_ARGON2ID13);
}

const parameters = { alg: "argon2id", m: 65_536, t: 3, p: 1 } as const;

const parametersSchema = v.strictObject({
  alg: v.literal(parameters.alg),
  m: v.literal(parameters.m),
  t: v.literal(parameters.t),
  p: v.literal(parameters.p),
});
