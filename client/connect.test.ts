import { serve } from "@hono/node-server";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ChainWorld, chainWorld } from "#test/support/chainWorld.ts";
import { type TestGateway, testGateway } from "#test/support/testGateway.ts";
import { connect } from "./connect.ts";
import { readWorld } from "./gateway/readWorld.ts";

let world: ChainWorld;
let gateway: TestGateway;
let server: ReturnType<typeof serve>;
let gatewayUrl: string;
beforeAll(async () => {
  world = await chainWorld();
  server = serve({ fetch: (request) => gateway.app.fetch(request), port: 0, hostname: "127.0.0.1" });
  await once(server, "listening");
  gatewayUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  gateway = await testGateway(world.local, { environment: { OWNCHART_GATEWAY_URL: gatewayUrl } });
}, 120_000);
afterAll(async () => {
  server.close();
  await gateway.close();
  await world.close();
});

const connected = (more: Partial<Parameters<typeof connect>[0]> = {}) => {
  const signer = world.person().account;
  const { url: rpcUrl, deployment } = world.local;
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
