import { setTimeout as pause } from "node:timers/promises";
import { createPublicClient, http } from "viem";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { numberedAddress, numberedHash } from "#test/support/audit/sampleLogs.ts";
import { sendQueued } from "#test/support/audit/sendQueued.ts";
import { type LocalChain, localChain } from "#test/support/localChain.ts";
import { type TestGateway, testGateway } from "#test/support/testGateway.ts";
import { logAnchors } from "../database/schema.ts";
import { enterReceipt } from "./enterReceipt.ts";
import { startAnchoring } from "./startAnchoring.ts";

let chain: LocalChain;
let gateway: TestGateway;
let entered = 0;

beforeAll(async () => {
  chain = await localChain();
  gateway = await testGateway(chain, { environment: { OWNCHART_ANCHOR_SECONDS: "1" } });
});
afterAll(async () => {
  await gateway.close();
  await chain.close();
});

const enter = () =>
  enterReceipt(gateway, {
    subject: numberedAddress(1),
    to: numberedAddress(2),
    capsules: [numberedHash(++entered)],
  });
const anchors = () => gateway.database.select().from(logAnchors);

test("a gateway anchors when it starts, and from then on, until it is stopped", async () => {
  await enter();
  const stop = startAnchoring(gateway);
  await vi.waitFor(async () => expect(await anchors()).toHaveLength(1), 5000);
  await sendQueued(gateway);
  await enter();
  await vi.waitFor(async () => expect(await anchors()).toHaveLength(2), 5000);
  await stop();
  await sendQueued(gateway);
  await enter();
  await pause(1500);
  expect(await anchors()).toHaveLength(2);
});

test("one that cannot reach the chain tells its operator, and tries again", async () => {
  const nobody = createPublicClient({ transport: http("http://127.0.0.1:1", { retryCount: 0 }) });
  gateway.reports.length = 0;
  const stop = startAnchoring({ ...gateway, chain: nobody });
  await vi.waitFor(() => expect(gateway.reports.length).toBeGreaterThan(1), 5000);
  await stop();
  expect(gateway.reports[0]).toMatchObject({ event: "The access log was not anchored." });
});

test("one whose database is older than its chain says so in a sentence", async () => {
  await gateway.database.delete(logAnchors);
  gateway.reports.length = 0;
  const stop = startAnchoring(gateway);
  await vi.waitFor(() => expect(gateway.reports.length).toBeGreaterThan(0), 5000);
  await stop();
  expect(gateway.reports[0]!.event).toMatch(
    /^The chain holds an anchor of this gateway that its database does not know/,
  );
});
