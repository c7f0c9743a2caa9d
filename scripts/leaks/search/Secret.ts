import * as v from "valibot";
import { hexToBytes } from "viem";

/** Something that must be nowhere, and what to call it, since it is never printed. */
export type Secret = { name: string; bytes: Uint8Array };

/** Fewer bytes are found anywhere, by chance. */
export const fewestBytes = 8;

export class SecretsInvalidError extends Error {
  override readonly name = "SecretsInvalid";

  constructor(detail: string) {
    super(`The list of secrets cannot be used: ${detail}.`);
  }
}

export function requireFindable({ name, bytes }: Secret): void {
  if (bytes.length < fewestBytes) throw new SecretsInvalidError(`“${name}” is too short to be told from chance`);
  if (new Set(bytes).size < 4) throw new SecretsInvalidError(`“${name}” has too few different bytes`);
}

const schema = v.array(
  v.union([
    v.strictObject({ name: v.string(), text: v.string() }),
    v.strictObject({ name: v.string(), hex: v.pipe(v.string(), v.regex(/^0x([0-9a-f]{2})*$/)) }),
  ]),
);

/** From JSON: a list of `{"name", "text"}` and `{"name", "hex": "0x…"}`. What is wrong with it is said without its words. */
export function parseSecrets(json: string): Secret[] {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new SecretsInvalidError("it is no JSON");
  }
  const { success, output } = v.safeParse(schema, value);
  if (!success) throw new SecretsInvalidError('it is no list of {"name", "text"} and {"name", "hex"}');
  const secrets = output.map((it) => ({
    name: it.name,
    bytes: "text" in it ? new TextEncoder().encode(it.text) : hexToBytes(it.hex as `0x${string}`),
  }));
  for (const secret of secrets) requireFindable(secret);
  return secrets;
}
