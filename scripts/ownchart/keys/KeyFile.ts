import * as v from "valibot";
import type { Hex } from "viem";
import { type Vault, slotLimit } from "#core/sealing/vault/Vault.ts";
import { parseVault } from "#core/sealing/vault/parseVault.ts";
import { CommandError } from "../CommandError.ts";

/** A person's keys on disk: their vault, and the wallet's private key sealed under a key that follows from its root. */
export type KeyFile = { ownchart: "keys"; v: 1; chainId: number; vault: Vault; wallet: Hex };

/** Sixteen slots with as many roots as there can be are below this. */
export const keyFileLimit = slotLimit * 32_768;

/** A key file from its text, checked in its form alone. */
export function parseKeyFile(text: string): KeyFile {
  try {
    const { vault, ...rest } = v.parse(keyFileSchema, JSON.parse(text));
    return { ...rest, vault: parseVault(vault) };
  } catch {
    throw new CommandError("KeyFileInvalid");
  }
}

/** Nonce, key and tag. */
const walletSize = 24 + 32 + 16;

const keyFileSchema = v.object({
  ownchart: v.literal("keys"),
  v: v.literal(1),
  chainId: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  vault: v.unknown(),
  wallet: v.custom<Hex>((it) => {
    return typeof it === "string" && it.length === 2 + 2 * walletSize && /^0x[0-9a-f]+$/.test(it);
  }),
});
