import * as v from "valibot";
import { type Hex, bytesToHex, hexToBytes } from "viem";
import { SealingError } from "../SealingError.ts";
import { type RandomBytes, randomBytes } from "../randomBytes.ts";
import type { Unlock } from "./openVault.ts";
import type { NewSlot } from "./sealVault.ts";

/** A passkey's secret for a salt: WebAuthn's PRF, 32 bytes. */
export type PasskeyAnswer = { credential: Uint8Array; factor: Uint8Array };

/** WebAuthn as the browser has it. The user is verified, every time. */
export type Passkeys = {
  /** Makes a passkey and asks it at once. */
  create(salt: Uint8Array): Promise<PasskeyAnswer>;
  /** Asks whichever of these passkeys the user has here, over its own salt. */
  ask(candidates: readonly { credential: Uint8Array; salt: Uint8Array }[]): Promise<PasskeyAnswer>;
};

export async function passkeySlot(passkeys: Passkeys, random: RandomBytes = randomBytes): Promise<NewSlot> {
  const salt = random(16);
  const { credential, factor } = await passkeys.create(salt);
  return { kind: "passkey", salt, params: { credential: bytesToHex(credential) }, factor };
}

export function passkeyUnlock(passkeys: Passkeys): Unlock {
  return {
    kind: "passkey",
    async factorFor(slots) {
      const known = new Map(slots.map((slot) => [credentialOf(slot.params), slot]));
      const candidates = slots.map(({ params, salt }) => ({
        credential: hexToBytes(credentialOf(params)),
        salt: hexToBytes(salt),
      }));
      const { credential, factor } = await passkeys.ask(candidates);
      const slot = known.get(bytesToHex(credential));
      if (slot === undefined) throw new SealingError("SlotDoesNotOpen", "a passkey of no slot");
      return { slot, factor };
    },
  };
}

function credentialOf(params: Record<string, unknown>): Hex {
  const { success, output } = v.safeParse(paramsSchema, params);
  if (!success) throw new SealingError("UnknownFormat", "parameters of the passkey");
  return output.credential as Hex;
}

const paramsSchema = v.object({ credential: v.pipe(v.string(), v.regex(/^0x([0-9a-f]{2}){1,1023}$/)) });
