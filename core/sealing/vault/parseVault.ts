import * as v from "valibot";
import { SealingError } from "../SealingError.ts";
import { type Slot, type Vault, slotLimit } from "./Vault.ts";

/** A vault from JSON, checked in its form alone. */
export function parseVault(value: unknown): Vault {
  const { success, output } = v.safeParse(vaultSchema, value, { abortEarly: true });
  if (!success) throw new SealingError("UnknownFormat", "vault");
  return output;
}

/** Nonce, tag and the largest content there can be: 255 roots. */
const boxLimit = 2 + 2 * (24 + 16 + 1 + 255 * 36);

const slotSchema = v.object({
  kind: v.string(),
  salt: hex(/^0x[0-9a-f]{32}$/),
  params: v.custom<Slot["params"]>((it) => typeof it === "object" && it !== null && !Array.isArray(it)),
  // Its length first: a pattern overflows the stack at some million digits.
  box: v.pipe(v.string(), v.maxLength(boxLimit), hex(/^0x([0-9a-f]{2}){77,}$/)),
});

const vaultSchema = v.object({
  v: v.literal(1),
  address: v.string(),
  slots: v.pipe(v.array(slotSchema), v.maxLength(slotLimit)),
});

function hex(pattern: RegExp) {
  return v.custom<`0x${string}`>((value) => typeof value === "string" && pattern.test(value));
}
