import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ServedWorld, servedWorld } from "#test/support/servedWorld.ts";
import { connect } from "./connect.ts";
import { readWorld } from "./gateway/readWorld.ts";

let world: ServedWorld;
beforeAll(async () => void (world = await servedWorld()), 120_000);
afterAll(() => world.close());

const connected = (more: Partial<Parameters<typeof connect>[0]> = {}) => {
  const signer = world.person().account;
  const { gatewayUrl, local } = world;
  const { url: rpcUrl, deployment } = local;
  return connect({ rpcUrl, gatewayUrl, deployment, signer, pay: world.pay, ...more });
};

const refuse = () => Promise.reject(new Error("asked"));

describe("a connection", () => {
  test("asks nothing before it is needed", () => {
    expect(() => connected({ rpcUrl: "http://127.0.0.1:9", gatewayUrl: "http://127.0.0.1:9", fetch: refuse })) //
      .not.toThrow();
  });

  test("signs in at a real gateway, and is known there", async () => {
    const { gateway: client, signer } = connected();
    const session = await client.ask({ path: "/session", accept: "application/json" }, async ({ chunks }) => {
      const [bytes] = await Array.fromAsync(chunks);
      return JSON.parse(new TextDecoder().decode(bytes)) as { address: string };
    });
    expect(session.address).toBe(signer.address.toLowerCase());
  });

  test("reads which world a real gateway serves, and refuses another", async () => {
    const { gateway: client } = connected();
    const { deployment } = world.local;
    expect((await readWorld(client, deployment)).chainId).toBe(31_337);
    const contracts = { ...deployment.contracts, ConsentRegistry: world.person().address };
    const another = readWorld(client, { ...deployment, contracts });
    await expect(another).rejects.toMatchObject({ name: "GatewayOfAnotherWorld" });
  });

  test("opens a chart, and knows whom it was shared with", async () => {
    const [patient, doctor] = [connected(), connected()];
    const subject = patient.signer.address;
    await patient.services.chain.openChart({ subject, keysetHash: `0x${"1".repeat(64)}` });
    expect(await doctor.sharedWithMe()).toEqual([]);
    const { time } = await world.chain.head();
    const terms = { validFrom: 0, validUntil: time + 3600, termsHash: `0x${"2".repeat(64)}` } as const;
    const grantee = doctor.signer.address;
    await patient.services.chain.grant({ subject, grantee, read: true, contribute: false, epoch: 0, ...terms });
    expect(await doctor.sharedWithMe()).toMatchObject([{ subject, read: true, contribute: false }]);
  });
});
