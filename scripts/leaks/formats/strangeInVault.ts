import * as v from "valibot";
import { hexToBytes } from "viem";
import { parseVault } from "#core/sealing/vault/parseVault.ts";
import { strangeInNoise } from "./strangeInSealed.ts";

const hex = v.pipe(v.string(), v.regex(/^0x([0-9a-f]{2})+$/));
const slot = <Kind extends string, Parameters extends v.GenericSchema>(kind: Kind, params: Parameters) =>
  v.strictObject({ kind: v.literal(kind), salt: hex, params, box: hex });

/** Everything that a vault shows of itself: which ways of unlocking it there are, and how costly a passphrase is to try. */
const schema = v.strictObject({
  v: v.literal(1),
  address: v.pipe(v.string(), v.regex(/^0x[0-9a-f]{40}$/)),
  slots: v.array(
    v.union([
      slot("passphrase", v.strictObject({ alg: v.string(), m: v.number(), t: v.number(), p: v.number() })),
      slot("passkey", v.strictObject({ credential: hex })),
      slot("recovery", v.strictObject({})),
      slot("device", v.strictObject({})),
    ]),
  ),
});

/** What a vault tells that it does not promise to. */
export function strangeInVault(bytes: Uint8Array): string | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (!v.is(schema, value)) return "a member that it does not have";
    for (const { box, salt } of parseVault(value).slots) {
      const strange = strangeInNoise(hexToBytes(box)) ?? strangeInNoise(hexToBytes(salt));
      if (strange !== undefined) return strange;
    }
    return undefined;
  } catch {
    return "what is none";
  }
}
