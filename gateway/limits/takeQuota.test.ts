import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fuzzRuns } from "#test/support/fuzzing.ts";
import { testDatabase } from "#test/support/testDatabase.ts";
import type { OpenDatabase } from "../database/Database.ts";
import { usage } from "../database/schema.ts";
import { takeQuota } from "./takeQuota.ts";

let opened: OpenDatabase;
let time = 1_800_000_000;
let people = 0;

beforeAll(async () => void (opened = await testDatabase()));
afterAll(() => opened.close());

/** Somebody whom no other test knows. */
function somebody(most = 10) {
  const who = `somebody ${people++}`;
  const { database } = opened;
  return (amount: number, more: { most?: number; what?: string } = {}) =>
    takeQuota({ database, now: () => time }, { who, what: "apples", amount, most, ...more });
}

describe("a quota", () => {
  test("is used up to the last, and not beyond", async () => {
    const take = somebody();
    await take(4);
    await take(6);
    await expect(take(1)).rejects.toThrow(expect.objectContaining({ name: "QuotaReached" }));
  });

  test("refuses at once what is more than all of it", async () => {
    const take = somebody();
    await expect(take(11)).rejects.toThrow(expect.objectContaining({ name: "QuotaReached" }));
    await take(10);
  });

  test("says how long the day still takes", async () => {
    time = 20_000 * 86_400 + 86_000;
    await expect(somebody(0)(1)).rejects.toThrow(expect.objectContaining({ retryAfter: 400 }));
  });

  test("begins anew with the next day", async () => {
    const take = somebody();
    await take(10);
    time += 86_400;
    await take(10);
  });

  test("is one of each thing and each person", async () => {
    const [take, other] = [somebody(), somebody()];
    await take(10);
    await take(10, { what: "pears" });
    await other(10);
  });

  test("takes back what was not used", async () => {
    const take = somebody();
    const giveBack = await take(10);
    await giveBack(3);
    await take(3);
    await expect(take(1)).rejects.toThrow(expect.objectContaining({ name: "QuotaReached" }));
  });

  test("of a day that is over grows by nothing that is given back", async () => {
    const take = somebody();
    const giveBack = await take(10);
    time += 86_400;
    await take(10);
    await giveBack(10);
    await expect(take(1)).rejects.toThrow(expect.objectContaining({ name: "QuotaReached" }));
  });

  test("is not used by a transaction that comes to nothing", async () => {
    const who = `somebody ${people++}`;
    const take = (database: OpenDatabase["database"]) =>
      takeQuota({ database, now: () => time }, { who, what: "apples", amount: 10, most: 10 });
    const abandoned = opened.database.transaction(async (transaction) => {
      await take(transaction);
      throw new Error("abandoned");
    });
    await expect(abandoned).rejects.toThrow("abandoned");
    await take(opened.database);
  });
});

test("whoever comes at the same time gets no more than there is", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 20 }),
      fc.integer({ min: 0, max: 200 }),
      async (amounts, most) => {
        const take = somebody(most);
        const results = await Promise.allSettled(amounts.map((amount) => take(amount)));
        const taken = amounts.filter((_, i) => results[i]!.status === "fulfilled");
        const sum = taken.reduce((a, b) => a + b, 0);
        expect(sum).toBeLessThanOrEqual(most);
        for (const [i, amount] of amounts.entries()) {
          if (results[i]!.status === "rejected") expect(sum + amount).toBeGreaterThan(most);
        }
      },
    ),
    { numRuns: fuzzRuns(20) },
  );
  const rows = await opened.database.select().from(usage);
  expect(rows.every(({ amount }) => amount <= 200)).toBe(true);
});
