import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Vault } from "#core/sealing/vault/Vault.ts";
import { type FakeGateway, fakeGateway, inTurn, json, problem } from "#test/support/fakeGateway.ts";
import { createVaultStore } from "./createVaultStore.ts";

let gateway: FakeGateway;
beforeEach(async () => void (gateway = await fakeGateway()));
afterEach(() => gateway.close());

const subject = `0x${"a".repeat(40)}` as const;

const slot = { kind: "passphrase", salt: "0x" + "0".repeat(32), params: { b: 1, a: 2 }, box: "0x" + "00".repeat(77) };
const vault = { v: 1, address: subject, slots: [slot] } as Vault;
const path = () => `/vaults/${gateway.account.address.toLowerCase()}`;
const store = () => createVaultStore(gateway.client, gateway.account.address);

describe("a vault", () => {
  test("is kept under the version that was read, and the first under none", async () => {
    expect(await store().get()).toBeUndefined();
    gateway.answers.set(`PUT ${path()}`, inTurn(json({ version: 1 }), json({ version: 2 })));
    expect(await store().put({ vault, version: undefined })).toBe(1);
    expect(await store().put({ vault, version: 1 })).toBe(2);
    const conditions = gateway.requests.map(({ headers }) => [headers["if-none-match"], headers["if-match"]]);
    expect(conditions.slice(1)).toEqual([
      ["*", undefined],
      [undefined, '"1"'],
    ]);
    gateway.answers.set(`GET ${path()}`, json(vault, 200, { ETag: '"2"' }));
    expect(await store().get()).toEqual({ vault, version: 2 });
  });

  test("that another device has changed is not overwritten", async () => {
    gateway.answers.set(`PUT ${path()}`, problem("Changed", 412));
    gateway.answers.set(`GET ${path()}`, json({ ...vault, slots: [] }, 200, { ETag: '"2"' }));
    await expect(store().put({ vault, version: 1 })).rejects.toMatchObject({ name: "Changed" });
  });

  test("whose keeping was not heard of is kept all the same", async () => {
    gateway.answers.set(
      `PUT ${path()}`,
      inTurn((response) => response.destroy(), problem("Changed", 412)),
    );
    gateway.answers.set(`GET ${path()}`, json(vault, 200, { ETag: '"2"' }));
    expect(await store().put({ vault, version: 1 })).toBe(2);
  });

  test("is refused without a version, or in another form", async () => {
    gateway.answers.set(`GET ${path()}`, json(vault));
    await expect(store().get()).rejects.toMatchObject({ name: "GatewayAnswerBroken" });
    gateway.answers.set(`GET ${path()}`, json({ v: 2 }, 200, { ETag: '"2"' }));
    await expect(store().get()).rejects.toMatchObject({ name: "UnknownFormat" });
  });
});
