import { type Address, bytesToHex } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect } from "#client/connect.ts";
import { openChart } from "#core/chart/openChart.ts";
import { createRecoveryCode } from "#core/sealing/vault/recoveryCode.ts";
import { walletKeyOf } from "#core/sealing/vault/walletKeyOf.ts";
import { deviceInMemory } from "#test/support/deviceInMemory.ts";
import { passkeysInMemory } from "#test/support/passkeysInMemory.ts";
import { type ServedWorld, servedWorld } from "#test/support/servedWorld.ts";
import { createLocalWallet } from "./createLocalWallet.ts";
import { createVaultKeeper } from "./createVaultKeeper.ts";

let world: ServedWorld;
beforeAll(async () => void (world = await servedWorld()), 120_000);
afterAll(() => world.close());

const passphrase = "harvest lantern orbit velvet cactus prism";

/** A browser: what it remembers, and the passkeys of its device. */
const browser = () => ({ memory: deviceInMemory(), passkeys: passkeysInMemory() });
type Browser = ReturnType<typeof browser>;
const page = { domain: "localhost:5173", uri: "http://localhost:5173" };

function connected(signer: Parameters<typeof connect>[0]["signer"]) {
  const { gatewayUrl, local } = world;
  const { url: rpcUrl, deployment } = local;
  return connect({ rpcUrl, gatewayUrl, deployment, signer, pay: world.pay });
}

/** Whoever comes with a wallet that was made here, with its code or without. */
function here(own: Browser, address: Address, privateKey?: Uint8Array, recoveryCode?: string) {
  const wallet = createLocalWallet({ address, confirm: async () => {} });
  if (privateKey !== undefined) wallet.open(privateKey);
  const connection = connected(wallet);
  return {
    connection,
    ...createVaultKeeper({ address, connection, signer: wallet, wallet, page, recoveryCode, ...own }),
  };
}

function newHere(own: Browser) {
  const code = createRecoveryCode();
  const privateKey = walletKeyOf(code);
  const { address } = privateKeyToAccount(bytesToHex(privateKey));
  return { code, address, privateKey, ...here(own, address, privateKey, code) };
}

function elsewhere(own: Browser, account = privateKeyToAccount(generatePrivateKey())) {
  const { address } = account;
  const connection = connected(account);
  const made = createVaultKeeper({ address, connection, signer: account, wallet: undefined, page, ...own });
  return { account, connection, ...made };
}

describe("a wallet that was made here", () => {
  test("comes back on this device with its passkey, which is asked once", async () => {
    const own = browser();
    const { keeper, holder, address } = newHere(own);
    expect(await keeper.waysToUnlock()).toBeUndefined();
    await keeper.makeVault({ kind: "passkey" });
    own.passkeys.asked = 0;

    const later = here(own, address);
    expect(await later.keeper.waysToUnlock()).toEqual(["passkey", "recovery"]);
    await later.keeper.unlock({ kind: "passkey" });
    expect(later.holder().roots).toEqual(holder().roots);
    expect(own.passkeys.asked).toBe(1);
    expect(await later.keeper.walletKey()).toBe(await keeper.walletKey());
  });

  test("comes back on another device with its code alone, and from then on without", async () => {
    const { keeper, holder, address, privateKey, code } = newHere(browser());
    expect(await keeper.recoveryCode()).toBe(code);
    await keeper.makeVault({ kind: "passkey" });

    const other = browser();
    const brought = here(other, address, privateKey);
    await brought.keeper.unlock({ kind: "recovery", code: code.toLowerCase().replaceAll("-", " ") });
    expect(brought.holder().roots).toEqual(holder().roots);
    await brought.keeper.addWay({ kind: "passphrase", passphrase });
    expect(await here(other, address).keeper.waysToUnlock()).toEqual(["passkey", "passphrase", "recovery"]);
    await here(other, address).keeper.unlock({ kind: "passphrase", passphrase });
  });

  test("is not opened by a wrong passphrase or code, and signs nothing until it is", async () => {
    const own = browser();
    const { keeper, address } = newHere(own);
    await keeper.makeVault({ kind: "passphrase", passphrase });
    const later = here(own, address);
    const wrong = [
      { kind: "passphrase", passphrase: `${passphrase} x` },
      { kind: "recovery", code: createRecoveryCode() },
    ] as const;
    for (const way of wrong) {
      await expect(later.keeper.unlock(way)).rejects.toMatchObject({ name: "SlotDoesNotOpen" });
      await expect(later.connection.vaults.get()).rejects.toMatchObject({ name: "NotSigned" });
    }
    await expect(later.keeper.vault()).rejects.toMatchObject({ name: "VaultLocked" });
  });

  test("lies on the device in nothing but sealed boxes", async () => {
    const own = browser();
    const { keeper, holder, address, privateKey, code } = newHere(own);
    await keeper.makeVault({ kind: "passkey" });
    const { wallet } = (await own.memory.read(address))!;
    const stored = JSON.stringify({ ...wallet, sealedKey: bytesToHex(wallet!.sealedKey) });
    for (const secret of [privateKey, holder().roots[0].root])
      expect(stored).not.toContain(bytesToHex(secret).slice(2));
    expect(stored).not.toContain(code);
  });

  test("is told what its code brings back", async () => {
    const { keeper, code } = newHere(browser());
    await keeper.makeVault({ kind: "passkey" });
    expect(await keeper.testRecoveryCode(code)).toBe("vault and wallet");
    expect(await keeper.testRecoveryCode(createRecoveryCode())).toBe("nothing");
    await expect(keeper.testRecoveryCode(code.replace(/^./, (it) => (it === "7" ? "8" : "7")))).rejects.toMatchObject({
      name: "RecoveryCodeMistyped",
    });
  });
});

describe("a wallet of one's own", () => {
  test("comes back with one click where the device has a way of its own, and nowhere else", async () => {
    const own = browser();
    const { keeper, account, holder } = elsewhere(own);
    await keeper.makeVault({ kind: "passphrase", passphrase });
    await keeper.addWay({ kind: "device" });
    const later = elsewhere(own, account);
    expect(await later.keeper.waysToUnlock()).toEqual(["device", "passphrase", "recovery"]);
    await later.keeper.unlock({ kind: "device" });
    expect(later.holder().roots).toEqual(holder().roots);

    const other = elsewhere(browser(), account);
    expect(await other.keeper.waysToUnlock()).toEqual(["passphrase", "recovery"]);
    await expect(other.keeper.unlock({ kind: "device" })).rejects.toMatchObject({ name: "DeviceUnknown" });
  });

  test("shows one code until the vault is made, and keeps its key to itself", async () => {
    const { keeper } = elsewhere(browser());
    const code = await keeper.recoveryCode();
    expect(await keeper.recoveryCode()).toBe(code);
    await keeper.makeVault({ kind: "passkey" });
    expect(await keeper.testRecoveryCode(code)).toBe("vault");
    expect(await keeper.recoveryCode()).not.toBe(code);
    await expect(keeper.walletKey()).rejects.toMatchObject({ name: "WalletElsewhere" });
  });

  test("has one vault, one passphrase, and no weak one", async () => {
    const { keeper } = elsewhere(browser());
    await expect(keeper.makeVault({ kind: "passphrase", passphrase: "password1" })).rejects.toMatchObject({
      name: "PassphraseTooWeak",
    });
    await keeper.makeVault({ kind: "passphrase", passphrase });
    await expect(keeper.makeVault({ kind: "passkey" })).rejects.toMatchObject({ name: "VaultThere" });
    await expect(keeper.addWay({ kind: "passphrase", passphrase })).rejects.toMatchObject({ name: "PassphraseThere" });
  });
});

describe("renewing the ways to unlock", () => {
  test("ends all others, here and on other devices, and gives the chart new keys", async () => {
    const own = browser();
    const { keeper, holder, address, code, connection } = newHere(own);
    await keeper.makeVault({ kind: "passkey" });
    await openChart({ holder: holder() });
    const copy = structuredClone(await own.memory.read(address))!;

    await keeper.renewWays({ oldCode: code, second: { kind: "passphrase", passphrase } });
    expect((await keeper.vault()).ways.map(({ kind }) => kind)).toEqual(["passphrase", "recovery"]);
    expect((await keeper.vault()).isRenewalWaiting).toBe(false);
    expect((await connection.services.chain.chartOf(address))?.epoch).toBe(1);

    await own.memory.remember(address, copy);
    const other = here(own, address);
    await expect(other.keeper.unlock({ kind: "passkey" })).rejects.toMatchObject({ name: "WayRemoved" });
    expect(await other.keeper.waysToUnlock()).toEqual(["passphrase", "recovery"]);
    await other.keeper.unlock({ kind: "passphrase", passphrase });
    expect(other.holder().roots).toHaveLength(2);
  });

  test("refuses a code that the wallet did not come from, before anything is changed", async () => {
    const { keeper } = newHere(browser());
    await keeper.makeVault({ kind: "passkey" });
    const before = await keeper.vault();
    const renewing = keeper.renewWays({ oldCode: createRecoveryCode(), second: { kind: "passkey" } });
    await expect(renewing).rejects.toMatchObject({ name: "OtherWallet" });
    expect(await keeper.vault()).toEqual(before);
  });

  test("that was put off before the chain heard of it is finished later", async () => {
    const account = privateKeyToAccount(generatePrivateKey());
    let isWilling = true;
    const signer = {
      ...account,
      signTypedData: (async (typedData: never) => {
        if (!isWilling) throw new Error("not now");
        return account.signTypedData(typedData);
      }) as typeof account.signTypedData,
    };
    const { keeper, holder, connection } = elsewhere(browser(), signer);
    await keeper.makeVault({ kind: "passphrase", passphrase });
    await openChart({ holder: holder() });
    isWilling = false;
    await keeper.recoveryCode();
    await expect(keeper.renewWays({ second: { kind: "passphrase", passphrase } })).rejects.toThrow();
    expect((await keeper.vault()).isRenewalWaiting).toBe(true);
    isWilling = true;
    await keeper.finishRenewal();
    expect((await keeper.vault()).isRenewalWaiting).toBe(false);
    expect((await connection.services.chain.chartOf(account.address))?.epoch).toBe(1);
  });
});
