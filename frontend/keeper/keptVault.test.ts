import { describe, expect, test } from "vitest";
import type { FullConnection } from "#client/connect.ts";
import type { VaultStore } from "#client/Connection.ts";
import type { Vault } from "#core/sealing/vault/Vault.ts";
import { deviceInMemory } from "#test/support/deviceInMemory.ts";
import { keptVault } from "./keptVault.ts";

const address = `0x${"a1".repeat(20)}` as const;
const vault: Vault = { v: 1, address, slots: [] };

/** A gateway that has this vault, or none. */
function surroundings(there?: Vault) {
  let kept = there && { vault: there, version: 3 };
  const vaults: VaultStore = {
    get: async () => kept,
    async put(next) {
      expect(next.version).toBeUndefined();
      kept = { vault: next.vault, version: 1 };
      return 1;
    },
  };
  const memory = deviceInMemory();
  return { address, memory, connection: { vaults } as FullConnection };
}

describe("the vault at the gateway", () => {
  test("is what counts, whatever lies here", async () => {
    const there = surroundings(vault);
    await there.memory.remember(address, {
      wallet: { sealedKey: new Uint8Array(0), vault: { ...vault, address: "0x" } },
    });
    expect(await keptVault(there)).toEqual(vault);
  });

  test("is brought again where the gateway lost it and this device has a copy", async () => {
    const lost = surroundings();
    expect(await keptVault(lost)).toBeUndefined();
    await lost.memory.remember(address, { wallet: { sealedKey: new Uint8Array(0), vault } });
    expect(await keptVault(lost)).toEqual(vault);
    expect((await lost.connection.vaults.get())?.vault).toEqual(vault);
  });
});
