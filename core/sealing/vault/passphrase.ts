import * as v from "valibot";
import { hexToBytes } from "viem";
import { SealingError } from "../SealingError.ts";
import { type RandomBytes, randomBytes } from "../randomBytes.ts";
import type { Unlock } from "./openVault.ts";
import { passphraseFactor, passphraseParameters } from "./passphraseFactor.ts";
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
  return { kind: "passphrase", salt, params: passphraseParameters, factor: await passphraseFactor(passphrase, salt) };
}

const parametersSchema = v.strictObject({
  alg: v.literal(passphraseParameters.alg),
  m: v.literal(passphraseParameters.m),
  t: v.literal(passphraseParameters.t),
  p: v.literal(passphraseParameters.p),
});
