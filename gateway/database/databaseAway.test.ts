import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { createApp } from "#gateway/createApp.ts";
import { problemOf } from "#gateway/problem.ts";
import { cuttable } from "#test/support/cuttable.ts";
import { type LocalChain, localChain } from "#test/support/localChain.ts";
import { type TestGateway, testGateway } from "#test/support/testGateway.ts";

const url = process.env.DATABASE_URL;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const nameOf = async (answer: Response) => ((await answer.json()) as { type: string }).type.split(":").at(-1);
const left = url === undefined ? " (left out: no DATABASE_URL)" : "";

/** A transaction that has something else to do in between. */
function hold({ database }: TestGateway, milliseconds: number) {
  return database.transaction(async (transaction) => {
    await transaction.execute(sql`select 1`);
    await pause(milliseconds);
    await transaction.execute(sql`select 2`);
  });
}

describe.skipIf(url === undefined)(`a PostgreSQL that goes away and comes back${left}`, () => {
  let chain: LocalChain;
  let gateway: TestGateway;
  let way: Awaited<ReturnType<typeof cuttable>>;
  let as: string;
  const owner = privateKeyToAccount(generatePrivateKey());

  beforeAll(async () => {
    chain = await localChain();
    const there = new URL(url!);
    way = await cuttable(Number(there.port));
    there.port = String(way.port);
    gateway = await testGateway(chain, { environment: { DATABASE_URL: String(there) } });
    as = await gateway.signIn(owner);
  });
  afterAll(async () => {
    await gateway.close();
    await way.cut().catch(() => {});
    await chain.close();
  });

  const path = `/inbox/${owner.address}`;
  const send = () => gateway.request(path, { method: "POST", body: "sealed", as });
  const read = () => gateway.request(path, { as });

  test("is named in every answer meanwhile, and nothing else is needed when it is back", async () => {
    expect((await send()).status).toBe(201);
    for (let time = 0; time < 3; time++) {
      const underWay = Array.from({ length: 10 }, () => send());
      await way.cut();
      const names = await Promise.all((await Promise.all(underWay)).map(async (it) => it.status === 201 || nameOf(it)));
      expect(names.filter((name) => name !== true && name !== "StorageUnreachable")).toEqual([]);
      for (const ask of [send, read]) expect(await nameOf(await ask())).toBe("StorageUnreachable");
      await way.mend();
      expect((await read()).status).toBe(200);
      const answers = await Promise.all(Array.from({ length: 10 }, () => send()));
      expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 201));
    }
    expect(gateway.reports).toEqual([]);
  });

  test("may leave in the middle of transactions, again and again", async () => {
    for (const wait of [0, 1, 2, 5, 10, 20, 50, 100]) {
      const held = Promise.allSettled(Array.from({ length: 16 }, () => hold(gateway, wait)));
      await pause(wait);
      await way.cut();
      const errors = (await held).flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
      const names = errors.map((error) => problemOf(error, () => {}).name);
      expect(names.filter((name) => name !== "StorageUnreachable")).toEqual([]);
      await way.mend();
      await Promise.all(Array.from({ length: 16 }, () => hold(gateway, 0)));
    }
  });

  test("may be away when the routes are made", async () => {
    await way.cut();
    const app = createApp(gateway);
    const ask = () => app.request("/session/nonce");
    expect(await nameOf(await ask())).toBe("StorageUnreachable");
    await way.mend();
    expect((await ask()).status).toBe(200);
  });

  test("loses no connection to those that broke", () => {
    const { open, idle, waiting } = gateway.connections();
    expect({ busy: open - idle, waiting }).toEqual({ busy: 0, waiting: 0 });
  });
});
