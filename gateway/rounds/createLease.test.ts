import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { testDatabase } from "#test/support/testDatabase.ts";
import type { OpenDatabase } from "../database/Database.ts";
import { leases } from "../database/schema.ts";
import type { Gateway } from "../Gateway.ts";
import { createLease } from "./createLease.ts";

let opened: OpenDatabase;
beforeAll(async () => void (opened = await testDatabase()));
afterEach(async () => void (await opened.database.delete(leases)));
afterAll(() => opened.close());

/** One of several processes, each of which says that it shares a PostgreSQL. */
function newProcess(databaseUrl: string | undefined = "postgres://shared") {
  const configuration = { databaseUrl } as Gateway["configuration"];
  return createLease({ database: opened.database, configuration }, "work");
}
const hold = (lease: ReturnType<typeof newProcess>) => opened.database.transaction((within) => lease.hold(within));

test("one of those who ask at the same time gets it, and keeps it as long as it asks again", async () => {
  const all = Array.from({ length: 5 }, () => newProcess());
  const taken = await Promise.all(all.map((lease) => lease.take()));
  expect(taken.filter(Boolean)).toHaveLength(1);
  expect(await Promise.all(all.map((lease) => lease.take()))).toEqual(taken);
});

test("another gets it when it is given up, or has run out", async () => {
  const [first, second, third] = [newProcess(), newProcess(), newProcess()];
  await first.take();
  await first.giveUp();
  expect(await second.take()).toBe(true);
  await opened.database.update(leases).set({ until: Date.now() - 1000 });
  expect(await third.take()).toBe(true);
  expect(await second.take()).toBe(false);
});

test("who has lost it can hold it no more, nor give up another's", async () => {
  const [first, second] = [newProcess(), newProcess()];
  await first.take();
  await hold(first);
  await opened.database.update(leases).set({ until: 0 });
  await second.take();
  await expect(hold(first)).rejects.toThrow(expect.objectContaining({ name: "LeaseLost" }));
  await first.giveUp();
  await hold(second);
});

test("whoever opens a folder again goes on at once, since nobody else can have it open", async () => {
  await newProcess("").take();
  const alone = { database: opened.database, configuration: { databaseUrl: undefined } as Gateway["configuration"] };
  await opened.database.delete(leases);
  expect(await createLease(alone, "work").take()).toBe(true);
  expect(await createLease(alone, "work").take()).toBe(true);
});
