import fc from "fast-check";
import { eq } from "drizzle-orm";
import { type Address, zeroHash } from "viem";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { verifyLog } from "#core/audit/verifyLog.ts";
import { numberedAddress, numberedHash } from "#test/support/audit/sampleLogs.ts";
import { fuzzRuns } from "#test/support/fuzzing.ts";
import { type LocalChain, localChain } from "#test/support/localChain.ts";
import { type TestGateway, testGateway } from "#test/support/testGateway.ts";
import { logCharts, logEntries } from "../database/schema.ts";
import { enterReceipt, mostCapsulesAnEntry } from "./enterReceipt.ts";
import { readLogPage } from "./readLogPage.ts";

const midnight = 1_800_057_600;
const [doctor, nurse] = [numberedAddress(0xd0c), numberedAddress(0x4a)];
const usesPostgres = process.env.DATABASE_URL !== undefined;
let chain: LocalChain;
let gateway: TestGateway;
let now: number;
let subject: Address;
let subjects = 0;

beforeAll(async () => {
  chain = await localChain();
  gateway = await testGateway(chain, { now: () => now });
});
afterAll(async () => {
  await gateway.close();
  await chain.close();
});
beforeEach(() => {
  now = midnight + 3600;
  subject = numberedAddress(++subjects);
});

const enter = (to: Address, ...capsules: number[]) =>
  enterReceipt(gateway, { subject, to, capsules: capsules.map(numberedHash) });

/** What stands there, once it has been found unbroken. */
async function entered() {
  const entries = [];
  let page;
  do {
    page = await readLogPage(gateway, subject, entries.length);
    entries.push(...page.entries);
  } while (page.more);
  verifyLog({ subject, gateway: gateway.account.address, log: { ...page, entries, anchors: [] }, heads: [] });
  return entries.map(({ at, to, capsules }) => ({ at, to, capsules }));
}

describe("a receipt", () => {
  test("is entered with whom, what and when", async () => {
    await enter(doctor, 1, 2);
    expect(await entered()).toEqual([{ at: now, to: doctor, capsules: [numberedHash(1), numberedHash(2)] }]);
  });

  test("of what was received that day already is left out", async () => {
    await enter(doctor, 1, 2);
    await enter(doctor, 2, 1);
    await enter(doctor, 2, 3, 3);
    expect((await entered()).map(({ capsules }) => capsules)).toEqual([
      [numberedHash(1), numberedHash(2)],
      [numberedHash(3)],
    ]);
  });

  test("is entered for everybody who receives", async () => {
    await enter(doctor, 1);
    await enter(nurse, 1);
    expect((await entered()).map(({ to }) => to)).toEqual([doctor, nurse]);
  });

  test("is entered again on the next day, which begins at midnight UTC", async () => {
    for (now of [midnight - 1, midnight, midnight + 86_399, midnight + 86_400]) await enter(doctor, 1);
    expect((await entered()).map(({ at }) => at)).toEqual([midnight - 1, midnight, midnight + 86_400]);
  });

  test("of nothing enters nothing", async () => {
    await enter(doctor);
    expect(await entered()).toEqual([]);
  });

  test("of more than an entry takes is the caller's mistake", async () => {
    const capsules = Array.from({ length: mostCapsulesAnEntry + 1 }, (_, at) => numberedHash(at));
    await expect(enterReceipt(gateway, { subject, to: doctor, capsules })).rejects.toThrow(RangeError);
  });

  test("holds whatever comes in whatever order", async () => {
    const receipt = fc.record({
      later: fc.nat(40_000),
      who: fc.nat(2),
      capsules: fc.array(fc.nat(6), { maxLength: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(receipt, { maxLength: 12 }), async (story) => {
        subject = numberedAddress(++subjects);
        const expected = new Set<string>();
        for (const { later, who, capsules } of story) {
          now += later;
          await enter(numberedAddress(who), ...capsules);
          for (const capsule of capsules) expected.add([Math.floor(now / 86_400), who, capsule].join());
        }
        const told = (await entered()).flatMap(({ at, to, capsules }) =>
          capsules.map((hash) => [Math.floor(at / 86_400), Number(to), hash].join()),
        );
        const wanted = [...expected].map((one) => one.replace(/\d+$/, (capsule) => numberedHash(Number(capsule))));
        expect(told.toSorted()).toEqual(wanted.toSorted());
      }),
      { numRuns: fuzzRuns(20) },
    );
  });
});

/** Sixty requests that overlap, through all gateways at once. */
async function crowd(gateways: TestGateway[]) {
  const requests = Array.from({ length: 60 }, (_, at) => {
    const receipt = { subject, to: [doctor, nurse][at % 2]!, capsules: [at >> 2, at % 5].map(numberedHash) };
    return enterReceipt(gateways[at % gateways.length]!, receipt);
  });
  await Promise.all(requests);
  const told = (await entered()).flatMap(({ to, capsules }) => capsules.map((capsule) => `${to} ${capsule}`));
  expect(new Set(told).size).toBe(told.length);
  expect(told).toHaveLength(2 * 15);
}

describe("many at once", () => {
  test("for one chart leave no gap and enter nothing twice", () => crowd([gateway]));

  test.skipIf(!usesPostgres)("from several processes neither (needs a PostgreSQL: DATABASE_URL)", async () => {
    const others = await Promise.all([1, 2].map(() => testGateway(chain, { now: () => now })));
    await crowd([gateway, ...others]);
    await Promise.all(others.map((other) => other.close()));
  });

  test("for many charts begin each of them once", async () => {
    const charts = Array.from({ length: 40 }, (_, at) => numberedAddress(0x10000 + (at % 8)));
    await Promise.all(
      charts.map((chart, at) => enterReceipt(gateway, { subject: chart, to: doctor, capsules: [numberedHash(at)] })),
    );
    for (subject of new Set(charts)) expect(await entered()).toHaveLength(5);
  });
});

test("whoever is cut off in the middle has entered nothing", async () => {
  await enter(doctor, 1);
  const [before] = await gateway.database.select().from(logCharts).where(eq(logCharts.subject, subject));
  const dying = { ...gateway, now: () => Number.NaN }; // fails at the entry's head, with the row locked
  await expect(enterReceipt(dying, { subject, to: doctor, capsules: [numberedHash(2)] })).rejects.toThrow();
  const [after] = await gateway.database.select().from(logCharts).where(eq(logCharts.subject, subject));
  expect(after).toEqual(before);
  await enter(doctor, 2);
  expect(await entered()).toHaveLength(2);
});

test("a chart begins with a salt of its own and no head", async () => {
  await enter(doctor);
  const [chart] = await gateway.database.select().from(logCharts).where(eq(logCharts.subject, subject));
  expect(chart).toMatchObject({ count: 0, head: zeroHash, index: null });
  expect(chart!.salt).toMatch(/^0x[0-9a-f]{64}$/);
  expect(await gateway.database.select().from(logEntries).where(eq(logEntries.subject, subject))).toEqual([]);
});
