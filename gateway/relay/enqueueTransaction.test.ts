import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "#test/support/testDatabase.ts";
import type { OpenDatabase } from "../database/Database.ts";
import { transactions } from "../database/schema.ts";
import { type NewTransaction, enqueueTransaction } from "./enqueueTransaction.ts";

let opened: OpenDatabase;
beforeAll(async () => void (opened = await testDatabase()));
afterAll(() => opened.close());

const call = (key: string): NewTransaction => ({
  key,
  name: "Anchor",
  to: "0xAAaaAAaaAAaaAAaaAAaaAAaaAAaaAAaaAAaaAAaa",
  data: "0x01",
  gas: 60_000,
  sender: "0xBBbbBBbbBBbbBBbbBBbbBBbbBBbbBBbbBBbbBBbb",
  now: 7,
});
const rowOf = async (key: string) =>
  (await opened.database.select().from(transactions).where(eq(transactions.key, key)))[0];

test("a call is queued once, whoever asks how often", async () => {
  const asked = Array.from({ length: 8 }, () => enqueueTransaction(opened.database, call("once")));
  expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(1);
  expect(await rowOf("once")).toMatchObject({ state: "queued", nonce: null, to: call("").to.toLowerCase() });
});

test.each(["sent", "included"] as const)("one that is %s stays so", async (state) => {
  await enqueueTransaction(opened.database, call(state));
  await opened.database.update(transactions).set({ state, nonce: 9 }).where(eq(transactions.key, state));
  expect(await enqueueTransaction(opened.database, call(state))).toBe(false);
  expect(await rowOf(state)).toMatchObject({ state, nonce: 9 });
  await opened.database.update(transactions).set({ nonce: null }).where(eq(transactions.key, state));
});

test("one that failed is queued anew, behind all others and without its old nonce", async () => {
  await enqueueTransaction(opened.database, call("again"));
  const failed = { state: "failed", nonce: 4, block: 2, error: "ConsentNonceStale" } as const;
  await opened.database.update(transactions).set(failed).where(eq(transactions.key, "again"));
  await enqueueTransaction(opened.database, call("meanwhile"));
  expect(await enqueueTransaction(opened.database, { ...call("again"), now: 8 })).toBe(true);
  const [again, meanwhile] = [await rowOf("again"), await rowOf("meanwhile")];
  expect(again).toMatchObject({ state: "queued", nonce: null, block: null, error: null, createdAt: 8 });
  expect(again!.position).toBeGreaterThan(meanwhile!.position);
});

test("what somebody's own transaction queues is gone with it", async () => {
  const undone = opened.database.transaction(async (transaction) => {
    await enqueueTransaction(transaction, call("undone"));
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  expect(await rowOf("undone")).toBeUndefined();
});
