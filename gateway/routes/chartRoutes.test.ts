import {
  type Hex,
  type LocalAccount,
  createPublicClient,
  createWalletClient,
  encodeFunctionData,
  http,
  keccak256,
  toHex,
  zeroHash,
} from "viem";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { contractAbis } from "#core/chain/contractAbis.ts";
import { chainProxy } from "#test/support/chainProxy.ts";
import { type ChainPeople, chainPeople } from "#test/support/chainPeople.ts";
import { type LocalChain, localChain } from "#test/support/localChain.ts";
import { type TestGateway, testGateway } from "#test/support/testGateway.ts";
import type { ChartEvents } from "../chain/readChartEvents.ts";
import type { SharedCharts } from "../chain/readSharedCharts.ts";
import { createFollower } from "../chain/followChain.ts";
import { type Follower, followRound } from "../chain/followRound.ts";
import { blocks, capsules, chainEvents, leases } from "../database/schema.ts";

let chain: LocalChain;
let gateway: TestGateway;
let people: ChainPeople;
let snapshot: Hex;
let follower: Follower;

beforeAll(async () => {
  chain = await localChain();
  gateway = await testGateway(chain);
  people = chainPeople(chain);
});
afterAll(async () => {
  await gateway.close();
  await chain.close();
});
beforeEach(async () => {
  snapshot = await chain.client.snapshot();
  follower = createFollower(gateway);
});
afterEach(async () => {
  await chain.client.revert({ id: snapshot });
  for (const table of [chainEvents, blocks, capsules, leases]) await gateway.database.delete(table);
});

/** Until there is nothing left to read. */
async function catchUp(by = follower): Promise<void> {
  for (let i = 0; i < 100 && (await followRound(by)) === 0; i++);
}

const capsule = (name: string) => keccak256(toHex(name));
const get = async (path: string, as: string) => gateway.request(path, { as });
const nameOf = async (answer: Response) => ((await answer.json()) as { type: string }).type.split(":").at(-1);
const eventsOf = async (account: LocalAccount, after = "") => {
  const answer = await get(`/charts/${account.address}${after}`, await gateway.signIn(account));
  return (await answer.json()) as ChartEvents;
};
const sharedWith = async (account: LocalAccount, after = "") => {
  const answer = await get(`/shared-with/me${after}`, await gateway.signIn(account));
  return (await answer.json()) as SharedCharts;
};

async function revokeAll(subject: LocalAccount) {
  const { ConsentRegistry } = chain.deployment.contracts;
  const data = encodeFunctionData({ abi: contractAbis.ConsentRegistry, functionName: "revokeAll", args: [zeroHash] });
  const wallet = createWalletClient({ account: subject, transport: http(chain.url) });
  await wallet.sendTransaction({ chain: null, to: ConsentRegistry, data });
}

const authors = async () => (await gateway.database.select().from(capsules)).map(({ author }) => author);

async function storeCapsule(subject: LocalAccount, digest: Hex, storedAt = 5) {
  const [uploader, bytes] = [subject.address.toLowerCase() as Hex, new Uint8Array(1)];
  const row = { subject: uploader, uploader, digest, keyId: zeroHash, storedAt, capsule: bytes };
  await gateway.database.insert(capsules).values(row);
}

describe("a chart's events", () => {
  test("come in the order of the chain, as the contracts told them", async () => {
    const [patient, doctor] = [await people.newPatient(), await people.newPerson()];
    await people.grant(patient, doctor.address, { validUntil: 2 ** 39 });
    await people.publish(patient, patient.address, [capsule("a"), capsule("b")]);
    await people.revoke(patient, doctor.address);
    await catchUp();
    const { block, events, more } = await eventsOf(patient);
    const [subject, grantee] = [patient.address.toLowerCase(), doctor.address.toLowerCase()];
    expect(events.map(({ event }) => event)).toEqual([
      "ChartOpened",
      "Granted",
      "RecordPublished",
      "RecordPublished",
      "Revoked",
    ]);
    expect(events[1]).toMatchObject({ contract: "ConsentRegistry", values: { subject, grantee, permissions: "1" } });
    expect(events[3]!.values).toEqual({ subject, author: subject, capsule: capsule("b") });
    const newest = await chain.client.getBlock();
    expect([more, block]).toEqual([false, { number: Number(newest.number), hash: newest.hash }]);
  });

  test("come page by page, none twice and none left out", async () => {
    const patient = await people.newPatient();
    const digests = Array.from({ length: 505 }, (_, i) => capsule(`${i}`));
    await people.publish(patient, patient.address, digests);
    await catchUp();
    const first = await eventsOf(patient);
    const { block, index } = first.events.at(-1)!;
    const second = await eventsOf(patient, `?after=${block}.${index}`);
    expect([first.events.length, first.more, second.more]).toEqual([500, true, false]);
    const published = [...first.events, ...second.events].flatMap(({ values }) => values.capsule ?? []);
    expect(published).toEqual(digests);
  });

  test("are for the subject, and for who has a grant in force, and for nobody else", async () => {
    const [patient, doctor, stranger] = [await people.newPatient(), await people.newPerson(), await people.newPerson()];
    const path = `/charts/${patient.address}`;
    await catchUp();
    const [asDoctor, asStranger] = [await gateway.signIn(doctor), await gateway.signIn(stranger)];
    expect(await nameOf(await get(path, asDoctor))).toBe("NotGranted");
    await people.grant(patient, doctor.address, { read: false, contribute: true });
    expect((await get(path, asDoctor)).status).toBe(200);
    expect(await nameOf(await get(path, asStranger))).toBe("NotGranted");
    expect(await nameOf(await get(`/charts/${doctor.address}`, asStranger))).toBe("NotGranted");
    await people.revoke(patient, doctor.address);
    expect(await nameOf(await get(path, asDoctor))).toBe("NotGranted");
    expect(await nameOf(await gateway.request(path))).toBe("SignInNeeded");
  });

  test.each(["x", "1", "1.2.3", "-1.0", `${"9".repeat(16)}.0`])(
    "after %s are none that anybody can ask for",
    async (after) => {
      const patient = await people.newPerson();
      const answer = await get(`/charts/${patient.address}?after=${after}`, await gateway.signIn(patient));
      expect(await nameOf(answer)).toBe("RequestInvalid");
    },
  );
});

describe("charts that are shared with somebody", () => {
  test("are those in which they have a grant, in force or still to begin", async () => {
    const doctor = await people.newPerson();
    const [now, later, ended, revoked, over, renewed] = await Promise.all(
      Array.from({ length: 6 }, () => people.newPatient()),
    );
    const time = Number((await chain.client.getBlock()).timestamp);
    await people.grant(now!, doctor.address, { validUntil: 2 ** 39 });
    await people.grant(later!, doctor.address, { validFrom: time + 5000, validUntil: 2 ** 39 });
    await people.grant(ended!, doctor.address, { validUntil: time + 3000 });
    await people.grant(revoked!, doctor.address);
    await people.revoke(revoked!, doctor.address);
    await people.grant(over!, doctor.address);
    await revokeAll(over!);
    await people.grant(renewed!, doctor.address, { validUntil: 2 ** 38 });
    await people.grant(renewed!, doctor.address, { contribute: true, validUntil: 2 ** 39 });
    await chain.client.increaseTime({ seconds: 3600 });
    await chain.client.mine({ blocks: 1 });
    await catchUp();
    const { charts } = await sharedWith(doctor);
    const lower = [renewed, later, now].map((it) => it!.address.toLowerCase());
    expect(charts.map(({ subject }) => subject)).toEqual(lower);
    expect(charts[0]).toMatchObject({ permissions: 3, validUntil: 2 ** 39, terms: capsule("terms") });
    expect(charts[1]).toMatchObject({ permissions: 1, validFrom: time + 5000 });
    expect(await sharedWith(now!)).toMatchObject({ charts: [] });
  });

  test("are as the chain says now, whatever the index still says", async () => {
    const [patient, doctor] = [await people.newPatient(), await people.newPerson()];
    await people.grant(patient, doctor.address);
    await catchUp();
    await people.revoke(patient, doctor.address);
    expect((await sharedWith(doctor)).charts).toEqual([]);
  });

  test("come page by page, each chart once, however often somebody is granted to", async () => {
    const [patient, other, doctor] = [await people.newPatient(), await people.newPatient(), await people.newPerson()];
    await people.grant(other, doctor.address, { validUntil: 2 ** 39 });
    for (let i = 0; i < 105; i++) await people.grant(patient, doctor.address, { validUntil: 2 ** 38 + i });
    await catchUp();
    const first = await sharedWith(doctor);
    const second = await sharedWith(doctor, `?after=${first.next}`);
    expect(first.charts.map(({ validUntil }) => validUntil)).toEqual([2 ** 38 + 104]);
    expect(second.charts.map(({ subject }) => subject)).toEqual([other.address.toLowerCase()]);
    expect(second.next).toBeUndefined();
  });
});

describe("the index", () => {
  test("says who published a capsule, of that chart alone", async () => {
    const [patient, other] = [await people.newPatient(), await people.newPatient()];
    await storeCapsule(patient, capsule("a"));
    await storeCapsule(other, capsule("a"));
    await people.publish(patient, patient.address, [capsule("a")]);
    await catchUp();
    expect(await authors()).toEqual(expect.arrayContaining([patient.address.toLowerCase(), null]));
  });

  test("goes back with the chain to where it parted, and on from there", async () => {
    const patient = await people.newPatient();
    await storeCapsule(patient, capsule("kept"));
    await people.publish(patient, patient.address, [capsule("kept")]);
    await catchUp();
    const fork = await chain.client.snapshot();
    await storeCapsule(patient, capsule("lost"));
    await people.publish(patient, patient.address, [capsule("lost")]);
    await people.publish(patient, patient.address, [capsule("lost too")]);
    await catchUp();
    expect(await authors()).toEqual([patient.address.toLowerCase(), patient.address.toLowerCase()]);

    await chain.client.revert({ id: fork });
    await people.publish(patient, patient.address, [capsule("instead")]);
    await chain.client.mine({ blocks: 3 });
    await catchUp();
    const { events } = await eventsOf(patient);
    const published = events.flatMap(({ values }) => values.capsule ?? []);
    expect(published).toEqual([capsule("kept"), capsule("instead")]);
    const rows = await gateway.database.select().from(capsules);
    const lost = rows.find(({ digest }) => digest === capsule("lost"))!;
    expect([lost.author, lost.storedAt > 5]).toEqual([null, true]);
    expect(rows.find(({ digest }) => digest === capsule("kept"))!.author).toBe(patient.address.toLowerCase());
  });

  test("begins anew when the chain parts before everything that it remembers", async () => {
    const early = await chain.client.snapshot();
    const patient = await people.newPatient();
    await catchUp();
    await chain.client.revert({ id: early });
    await chain.client.mine({ blocks: 9 });
    await catchUp();
    expect((await eventsOf(patient)).events).toEqual([]);
    const newest = await chain.client.getBlock();
    expect((await gateway.database.select().from(blocks)).at(-1)!.hash).toBe(newest.hash);
  });

  test("reads the same in small steps as in one, and remembers 128 of them", async () => {
    const patient = await people.newPatient();
    await people.publish(patient, patient.address, [capsule("a")]);
    await chain.client.mine({ blocks: 135 });
    const inSteps = createFollower(gateway, { mostBlocks: 1 });
    for (let i = 0; i < 200 && (await followRound(inSteps)) === 0; i++);
    const stepwise = await eventsOf(patient);
    expect(await gateway.database.$count(blocks)).toBe(128);
    for (const table of [chainEvents, blocks, leases]) await gateway.database.delete(table);
    await catchUp();
    expect(await eventsOf(patient)).toEqual(stepwise);
  });

  test("asks for fewer blocks where a node will not answer for many", async () => {
    const patient = await people.newPatient();
    await people.publish(patient, patient.address, [capsule("a"), capsule("b")]);
    await chain.client.mine({ blocks: 50 });
    const asked: number[] = [];
    const proxy = await chainProxy(chain.url, ({ method, params }) => {
      if (method !== "eth_getLogs") return true;
      const { fromBlock, toBlock } = params[0] as { fromBlock: Hex; toBlock: Hex };
      asked.push(Number(toBlock) - Number(fromBlock) + 1);
      return asked.at(-1)! <= 10;
    });
    const throughProxy = createPublicClient({ transport: http(proxy.url, { retryCount: 0 }) });
    await catchUp({ ...follower, gateway: { ...gateway, chain: throughProxy } });
    await proxy.close();
    expect(Math.max(...asked)).toBeGreaterThan(10);
    expect((await eventsOf(patient)).events).toHaveLength(3);
  });

  test("is not there before anything was read", async () => {
    const patient = await people.newPatient();
    const answer = await get(`/charts/${patient.address}`, await gateway.signIn(patient));
    expect(await nameOf(answer)).toBe("ChainUnreachable");
  });
});
