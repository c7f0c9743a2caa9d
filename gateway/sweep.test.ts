import { eq } from "drizzle-orm";
import { type Address, type Hex, type LocalAccount, createPublicClient, http, keccak256, toHex } from "viem";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type ChainPeople, chainPeople } from "#test/support/chainPeople.ts";
import { type LocalChain, localChain } from "#test/support/localChain.ts";
import { sampleCapsule } from "#test/support/sampleCapsule.ts";
import { type TestGateway, testGateway } from "#test/support/testGateway.ts";
import { createConsentReader } from "./chain/createConsentReader.ts";
import { capsules, sessions, usage, usedNonces } from "./database/schema.ts";
import { takeQuota } from "./limits/takeQuota.ts";
import { requireCapsules } from "./sealed/requireCapsules.ts";
import { sweepCapsules } from "./sealed/sweepCapsules.ts";
import { sweep, sweepOnce } from "./sweep.ts";

let chain: LocalChain;
let gateway: TestGateway;
let on: ChainPeople;
let time: number;
let person: LocalAccount;

beforeAll(async () => {
  chain = await localChain();
  gateway = await testGateway(chain, { now: () => time });
  on = chainPeople(chain);
});
afterAll(async () => {
  await gateway.close();
  await chain.close();
});
beforeEach(async () => {
  time = Math.floor(Date.now() / 1000);
  person = await on.newPerson();
  for (const table of [capsules, sessions, usedNonces, usage]) await gateway.database.delete(table);
  gateway.reports.length = 0;
});

const subject = () => person.address.toLowerCase() as Address;

async function put(count = 1): Promise<Hex[]> {
  const as = await gateway.signIn(person);
  const samples = Array.from({ length: count }, () => sampleCapsule(person.address));
  for (const { digest, capsule } of samples) {
    const path = `/charts/${person.address}/capsules/${digest}`;
    expect((await gateway.request(path, { as, method: "PUT", body: capsule })).status).toBe(201);
  }
  return samples.map(({ digest }) => digest);
}

async function kept() {
  const rows = await gateway.database.select().from(capsules).where(eq(capsules.subject, subject()));
  return rows.map(({ digest }) => digest);
}

describe("a capsule that waits for the chain", () => {
  test("goes after an hour, and not before", async () => {
    const [digest] = await put();
    time += 3600;
    await sweepOnce(gateway);
    expect(await kept()).toEqual([digest]);
    time += 1;
    await sweepOnce(gateway);
    expect(await kept()).toEqual([]);
  });

  test("stays where it stands on chain by then, and its author is written down", async () => {
    const [published] = await put(2);
    await on.publish(person, person.address, [published!]);
    time += 3601;
    await sweepOnce(gateway);
    const [row, ...others] = await gateway.database.select().from(capsules);
    expect([row!.digest, row!.author, others]).toEqual([published, subject(), []]);
  });

  test("stays for another hour where it is put again, or is about to be published", async () => {
    const [again, published] = await put(3);
    time += 3000;
    const row = (await gateway.database.select().from(capsules)).find(({ digest }) => digest === again)!;
    const init = { method: "PUT", as: await gateway.signIn(person), body: row.capsule as Uint8Array<ArrayBuffer> };
    expect((await gateway.request(`/charts/${person.address}/capsules/${again}`, init)).status).toBe(200);
    await requireCapsules(gateway, { subject: subject(), digests: [published!] });
    time += 3000;
    await sweepOnce(gateway);
    expect((await kept()).toSorted()).toEqual([again, published].toSorted());
  });

  test("stays while the chain cannot be asked, which is told", async () => {
    const [digest] = await put();
    time += 3601;
    const events: string[] = [];
    const deadChain = createPublicClient({ transport: http("http://127.0.0.1:1", { retryCount: 0 }) });
    const consent = createConsentReader({ ...gateway, chain: deadChain });
    await sweepOnce({ ...gateway, consent, report: (event) => void events.push(event) });
    expect(await kept()).toEqual([digest]);
    expect(events).toEqual(["sweep of capsules"]);
  });

  test("goes in bounded steps, the oldest first", async () => {
    const digests = await put(5);
    time += 3601;
    expect(await sweepCapsules(gateway, 2)).toBe(2);
    expect(await kept()).toHaveLength(3);
    expect(await sweepCapsules(gateway, 2)).toBe(2);
    expect(await sweepCapsules(gateway, 2)).toBe(1);
    expect(digests).toHaveLength(5);
    expect(await kept()).toEqual([]);
  });

  test("goes once, however many sweep", async () => {
    await put(5);
    time += 3601;
    await Promise.all(Array.from({ length: 5 }, () => sweepOnce(gateway)));
    expect(await kept()).toEqual([]);
    expect(gateway.reports).toEqual([]);
  });
});

describe("what is to be published", () => {
  test("must be here, all of it", async () => {
    const digests = await put(2);
    await requireCapsules(gateway, { subject: subject(), digests });
    await requireCapsules(gateway, { subject: subject(), digests: [...digests, ...digests] });
    const missing = requireCapsules(gateway, { subject: subject(), digests: [...digests, keccak256("0x01")] });
    await expect(missing).rejects.toThrow(expect.objectContaining({ name: "CapsuleMissing" }));
  });

  test("must be in this chart", async () => {
    const digests = await put();
    const other = requireCapsules(gateway, { subject: `0x${"12".repeat(20)}`, digests });
    await expect(other).rejects.toThrow(expect.objectContaining({ name: "CapsuleMissing" }));
  });

  test("may be 512", async () => {
    const digests = Array.from({ length: 512 }, (_, i) => keccak256(toHex(i)));
    const missing = requireCapsules(gateway, { subject: subject(), digests });
    await expect(missing).rejects.toThrow(expect.objectContaining({ name: "CapsuleMissing" }));
  });
});

describe("a sweep", () => {
  test("ends sessions and nonces that are over, and no others", async () => {
    await gateway.signIn(person);
    time += 43_000;
    await gateway.signIn(person);
    time += 500;
    await sweepOnce(gateway);
    expect(await gateway.database.select().from(sessions)).toHaveLength(1);
    expect(await gateway.database.select().from(usedNonces)).toHaveLength(1);
  });

  test("forgets what was used on days that are over", async () => {
    await takeQuota(gateway, { who: "somebody", what: "apples", amount: 3, most: 10 });
    await sweepOnce(gateway);
    expect(await gateway.database.select().from(usage)).toHaveLength(1);
    time += 86_400;
    await takeQuota(gateway, { who: "somebody", what: "apples", amount: 4, most: 10 });
    await sweepOnce(gateway);
    expect((await gateway.database.select().from(usage)).map(({ amount }) => amount)).toEqual([4]);
  });

  test("removes some thousands a round at most", async () => {
    const rows = Array.from({ length: 2500 }, (_, i) => ({ nonce: `nonce ${i}`, expiresAt: time }));
    await gateway.database.insert(usedNonces).values(rows);
    await sweepOnce(gateway);
    expect(await gateway.database.select().from(usedNonces)).toHaveLength(500);
  });

  test("comes again until it is told to stop", async () => {
    await put();
    time += 3601;
    const stop = sweep(gateway, { everySeconds: 0.05 });
    await vi.waitFor(async () => expect(await kept()).toEqual([]));
    await stop();
    await put();
    time += 3601;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await kept()).toHaveLength(1);
  });
});
