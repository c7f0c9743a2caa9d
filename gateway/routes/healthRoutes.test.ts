import { once } from "node:events";
import { type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { cuttable } from "#test/support/cuttable.ts";
import { type LocalChain, localChain } from "#test/support/localChain.ts";
import { type TestGateway, testGateway } from "#test/support/testGateway.ts";

let chain: LocalChain;
let way: Awaited<ReturnType<typeof cuttable>>;
let ipfs: Server;
let ipfsStatus = 200;
let ipfsAsked = 0;
let gateway: TestGateway;

beforeAll(async () => {
  chain = await localChain();
  way = await cuttable(Number(new URL(chain.url).port));
  ipfs = createServer((_, answer) => {
    ipfsAsked++;
    answer.writeHead(ipfsStatus).end("{}");
  }).listen(0, "127.0.0.1");
  await once(ipfs, "listening");
  const { port } = ipfs.address() as AddressInfo;
  const environment = { IPFS_API: `http://127.0.0.1:${port}` };
  gateway = await testGateway({ ...chain, url: `http://127.0.0.1:${way.port}` }, { environment });
});
afterAll(async () => {
  await gateway.close();
  await way.cut();
  ipfs.closeAllConnections();
  ipfs.close();
  await chain.close();
});

/** Until what was answered before is forgotten. */
const forget = () => new Promise((resolve) => setTimeout(resolve, 1100));
beforeEach(forget);

async function health() {
  const answer = await gateway.request("/health");
  return { status: answer.status, parts: await answer.json() };
}
const allWell = { database: "ok", chain: "ok", ipfs: "ok", relay: "ok" };

test("a gateway is well while everything answers", async () => {
  expect(await health()).toEqual({ status: 200, parts: allWell });
});

test("each part is asked once, however many ask in one second", async () => {
  const before = ipfsAsked;
  await Promise.all(Array.from({ length: 200 }, health));
  await health();
  expect(ipfsAsked).toBe(before + 1);
});

test("the chain is named while it is away, and no longer when it is back", async () => {
  await way.cut();
  const parts = { ...allWell, chain: "ChainUnreachable", relay: "ChainUnreachable" };
  expect(await health()).toEqual({ status: 503, parts });
  await way.mend();
  await forget();
  expect(await health()).toEqual({ status: 200, parts: allWell });
});

test("IPFS is named while it refuses", async () => {
  ipfsStatus = 500;
  expect(await health()).toEqual({ status: 503, parts: { ...allWell, ipfs: "StorageUnreachable" } });
  ipfsStatus = 200;
});

test("an empty purse is named", async () => {
  await chain.client.setBalance({ address: gateway.account.address, value: 0n });
  expect(await health()).toEqual({ status: 503, parts: { ...allWell, relay: "RelayUnfunded" } });
});

test("a database that is away is named, and every route that needs it says so", async () => {
  await gateway.close();
  expect(await health()).toMatchObject({ status: 503, parts: { database: "StorageUnreachable", chain: "ok" } });
  const answer = await gateway.request(`/credentials/0x${"ab".repeat(20)}?kind=0`);
  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject({ type: "urn:ownchart:error:StorageUnreachable" });
  expect(gateway.reports).toEqual([]);
});
