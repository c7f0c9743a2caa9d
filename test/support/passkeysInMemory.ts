import { bytesToHex } from "viem";
import { keyedHash } from "#core/sealing/keyedHash.ts";
import { randomBytes } from "#core/sealing/randomBytes.ts";
import type { Passkeys } from "#core/sealing/vault/passkey.ts";

/** An authenticator without a browser; it counts how often the person was asked. */
export function passkeysInMemory(): Passkeys & { asked: number } {
  const secrets = new Map<string, Uint8Array>();
  const answer = (credential: Uint8Array, salt: Uint8Array) => {
    passkeys.asked++;
    return { credential, factor: keyedHash(secrets.get(bytesToHex(credential))!, "test/prf", salt) };
  };
  const passkeys: Passkeys & { asked: number } = {
    asked: 0,
    async create(salt) {
      const credential = randomBytes(16);
      secrets.set(bytesToHex(credential), randomBytes(32));
      return answer(credential, salt);
    },
    async ask(candidates) {
      const known = candidates.find(({ credential }) => secrets.has(bytesToHex(credential)));
      if (known === undefined) throw new DOMException("No passkey of these is here.", "NotAllowedError");
      return answer(known.credential, known.salt);
    },
  };
  return passkeys;
}
