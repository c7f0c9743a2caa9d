import { asc, eq } from "drizzle-orm";
import { type Address, createPublicClient, http } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { leafHash } from "#core/audit/leafHash.ts";
import { verifyLog } from "#core/audit/verifyLog.ts";
import { anchoredHeads } from "#test/support/audit/anchoredHeads.ts";
import { numberedAddress, numberedHash } from "#test/support/audit/sampleLogs.ts";
import { sendQueued } from "#test/support/audit/sendQueued.ts";
import { wholeRoot } from "#test/support/audit/wholeTree.ts";
import { type LocalChain, localChain } from "#test/support/localChain.ts";
import { type TestGateway, testGateway } from "#test/support/testGateway.ts";
import type { Gateway } from "../Gateway.ts";
import { logAnchors, logCharts, logEntries, logLeaves, logNodes, transactions } from "../database/schema.ts";
import { anchorLog } from "./anchorLog.ts";
import { enterReceipt } from "./enterReceipt.ts";
import { readLogPage } from "./readLogPage.ts";

const usesPostgres = process.env.DATABASE_URL !== undefined;
const tables = [logAnchors, logCharts, logEntries, logLeaves, logNodes, transactions];
let chain: LocalChain;
let opened: TestGateway;
let gateway: Gateway;
let received = 0;

beforeAll(async () => {
  chain = await localChain();
  opened = await testGateway(chain);
});
afterAll(async () => {
  await opened.close();
  await chain.close();
});
beforeEach(async () => {
  gateway = await underNewKey(opened);
  for (const table of tables) await gateway.database.delete(table);
});

async function underNewKey(old: Gateway): Promise<Gateway> {
  const account = privateKeyToAccount(generatePrivateKey());
  await chain.client.setBalance({ address: account.address, value: 10n ** 21n });
  return { ...old, account };
}

const subject = numberedAddress(1);
const enter = (...subjects: number[]) => enterFor(gateway, ...subjects);
const queued = () => gateway.database.select().from(transactions).orderBy(asc(transactions.position));
const heads = (of: Gateway = gateway) => anchoredHeads(chain, of.account.address);

async function enterFor(at: Gateway, ...subjects: number[]) {
  for (const number of subjects) {
    const receipt = { to: numberedAddress(0xd0c), capsules: [numberedHash(++received)] };
    await enterReceipt(at, { subject: numberedAddress(number), ...receipt });
  }
}

async function anchored() {
  await anchorLog(gateway);
  await sendQueued(gateway);
}

/** What a subject finds, held against the chain. */
async function verified(of: Address = subject, at: Gateway = gateway) {
  const log = await readLogPage(at, of, 0);
  return verifyLog({ subject: of, gateway: at.account.address, log, heads: await heads(at) });
}

describe("an anchor", () => {
  test("puts the root over all charts and the sum of their counts on the chain", async () => {
    await enter(1, 2, 1, 3, 1);
    await anchored();
    const charts = await gateway.database.select().from(logCharts).orderBy(asc(logCharts.index));
    expect(charts.map(({ index }) => index)).toEqual([0, 1, 2]);
    expect(await heads()).toMatchObject([{ root: wholeRoot(charts.map(leafHash)), total: 5 }]);
    for (const { subject: each, count } of charts) expect((await verified(each)).anchored).toBe(count);
  });

  test("follows anchor, and every log goes on holding", async () => {
    for (const grown of [[1], [2, 1], [3, 4, 5], [1, 1], [6], [4]]) {
      await enter(...grown);
      await anchored();
    }
    const counts = await Promise.all([1, 2, 3, 4, 5, 6].map((each) => verified(numberedAddress(each))));
    expect(counts.map((each) => each.anchored)).toEqual([4, 1, 1, 2, 1, 1]);
    expect((await heads()).map(({ total }) => total)).toEqual([1, 3, 6, 8, 9, 10]);
  });

  test("is not made where nothing was entered since", async () => {
    await anchored();
    await enter(1);
    await anchored();
    await anchored();
    expect(await queued()).toHaveLength(1);
  });

  test("waits for the one before, so that a chain that stands still is met by one", async () => {
    await enter(1);
    await anchorLog(gateway);
    await enter(1, 2);
    await anchorLog(gateway);
    expect(await queued()).toHaveLength(1);
    await sendQueued(gateway);
    await anchored();
    expect(await verified()).toMatchObject({ anchored: 2 });
  });

  test("that failed is queued anew, or gives way to the next", async () => {
    const fail = () => gateway.database.update(transactions).set({ state: "failed" });
    await enter(1);
    await anchorLog(gateway);
    await fail();
    await anchorLog(gateway);
    expect(await queued()).toMatchObject([{ state: "queued" }]);
    await fail();
    await enter(1);
    await anchored();
    expect(await heads()).toMatchObject([{ total: 2 }]);
    expect(await verified()).toMatchObject({ anchored: 2 });
  });

  test("is written with its transaction or not at all", async () => {
    await enter(1, 2);
    const dying = { ...gateway, now: () => Number.NaN }; // fails at the queue, behind everything else
    await expect(anchorLog(dying)).rejects.toThrow();
    for (const table of [logAnchors, logLeaves, logNodes, transactions]) {
      expect(await gateway.database.select().from(table)).toEqual([]);
    }
    await anchored();
    expect(await verified()).toMatchObject({ anchored: 1 });
  });

  test("is not made while the chain cannot be asked", async () => {
    await enter(1);
    const nobody = createPublicClient({ transport: http("http://127.0.0.1:1", { retryCount: 0 }) });
    const lost = { ...gateway, chain: nobody };
    await expect(anchorLog(lost)).rejects.toThrow(expect.objectContaining({ name: "ChainUnreachable" }) as Error);
    expect(await queued()).toEqual([]);
  });
});

describe("a gateway", () => {
  test("whose database was restored from before an anchor anchors no more", async () => {
    await enter(1, 2);
    await anchored();
    const after = await gateway.database.select().from(logCharts);
    for (const table of tables) await gateway.database.delete(table);
    await enter(1, 1, 1, 1);
    await expect(anchorLog(gateway)).rejects.toThrow(expect.objectContaining({ name: "DatabaseBehindChain" }) as Error);
    expect([after.length, await queued(), await heads()]).toMatchObject([2, [], [{ total: 2 }]]);
  });

  test("that changes its key begins anew under the new address, with all that there is", async () => {
    await enter(1, 2);
    await anchored();
    const renewed = await underNewKey(gateway);
    expect((await readLogPage(renewed, subject, 0)).anchors).toEqual([]);
    await enterFor(renewed, 2);
    await anchorLog(renewed);
    await sendQueued(renewed);
    expect(await heads(renewed)).toMatchObject([{ total: 3 }]);
    expect(await verified(subject, renewed)).toMatchObject({ anchored: 1 });
  });
});

/** Receipts and anchors of all gateways at once, a few times. */
async function busy(gateways: Gateway[]) {
  for (let round = 0; round < 4; round++) {
    const entering = Array.from({ length: 24 }, (_, at) => enterFor(gateways[at % gateways.length]!, 1 + (at % 7)));
    await Promise.all([...entering, ...gateways.map((each) => anchorLog(each))]);
    await sendQueued(gateway);
  }
  await anchored();
  for (let each = 1; each <= 7; each++) {
    const of = numberedAddress(each);
    expect((await verified(of)).anchored).toBe((await readLogPage(gateway, of, 0)).entries.length);
  }
  expect((await heads()).at(-1)!.total).toBe(96);
}

describe("while others enter", () => {
  test("nothing is lost", () => busy([gateway]));

  test.skipIf(!usesPostgres)("nor with several processes (needs a PostgreSQL: DATABASE_URL)", async () => {
    const others = await Promise.all([1, 2].map(() => testGateway(chain)));
    await busy([gateway, ...others.map((other) => ({ ...other, account: gateway.account }))]);
    await Promise.all(others.map((other) => other.close()));
  });
});

test("costs what has grown, not what there is", async () => {
  const { database } = gateway;
  /** Milliseconds and rows of an anchor after ten of so many charts have grown. */
  async function costOf(charts: number) {
    for (const table of tables) await database.delete(table);
    const begun = Array.from({ length: charts }, (_, at) => ({
      subject: numberedAddress(at),
      salt: numberedHash(at),
      count: 1,
      head: numberedHash(at),
      anchored: 0,
    }));
    while (begun.length > 0) await database.insert(logCharts).values(begun.splice(0, 1000));
    const start = performance.now();
    await anchorLog(gateway);
    const first = performance.now() - start;
    const costs = [];
    for (let round = 0; round < 5; round++) {
      await database.update(transactions).set({ state: "included" });
      const grown = Array.from({ length: 10 }, (_, at) => Math.floor((at * charts) / 10));
      await enter(...grown);
      const before = performance.now();
      await anchorLog(gateway);
      costs.push(performance.now() - before);
    }
    const [last] = await database.select().from(logAnchors).where(eq(logAnchors.number, 6));
    const rows = await database.select().from(logNodes).where(eq(logNodes.anchor, 6));
    expect(last!.total).toBe(charts + 50);
    return { first, time: Math.min(...costs), rows: rows.length };
  }
  const [few, many] = [await costOf(100), await costOf(10_000)];
  expect(many.rows).toBeLessThan(10 * 15);
  expect(many.time).toBeLessThan(10 * few.time + 50);
});
