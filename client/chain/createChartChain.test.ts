import { type Hex, isAddressEqual, keccak256, toHex } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ChainRecord } from "#core/chart/ChartServices.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { listRecords } from "#core/chart/listRecords.ts";
import { openChart } from "#core/chart/openChart.ts";
import { openOwnAccess } from "#core/chart/openOwnAccess.ts";
import { openSharedAccess } from "#core/chart/openSharedAccess.ts";
import { publishIdentity } from "#core/chart/publishIdentity.ts";
import { publishRecords } from "#core/chart/publishRecords.ts";
import { readRecord } from "#core/chart/readRecord.ts";
import { revokeAllAccess } from "#core/chart/revokeAllAccess.ts";
import { revokeAccess } from "#core/chart/revokeAccess.ts";
import { rotateKeys } from "#core/chart/rotateKeys.ts";
import { type ShareChartParameters, shareChart } from "#core/chart/shareChart.ts";
import { bytesOf } from "#core/sealing/body/bytesOf.ts";
import { type ChainWorld, chainWorld } from "#test/support/chainWorld.ts";
import { about, labResult, person } from "#test/support/chartPeople.ts";
import { memoryServices } from "#test/support/memoryServices.ts";

/** One story, told to the chain in memory that core is tested with, and to a real one: they must answer alike. */
type World = {
  patient(): Holder;
  doctors: [Holder, Holder];
  now(): Promise<number>;
  passTime(by: number): Promise<void>;
};

let real: ChainWorld;
beforeAll(async () => void (real = await chainWorld()), 120_000);
afterAll(() => real.close());

function inMemory(): World {
  const services = memoryServices();
  const doctors: [Holder, Holder] = [person("anna", services), person("ben", services)];
  for (const { address } of doctors) services.chain.clinicians.add(address);
  let count = 0;
  return {
    patient: () => person(`patient ${count++}`, services),
    doctors,
    now: async () => services.chain.now,
    passTime: async (by) => void (services.chain.now += by),
  };
}

function onChain(): World {
  const [anna, ben] = real.physicians;
  return {
    patient: () => real.person(),
    doctors: [real.person(anna), real.person(ben)],
    now: async () => (await real.chain.head()).time,
    passTime: real.passTime,
  };
}

const hashOf = (text: string): Hex => keccak256(toHex(text));

describe.each([
  ["in memory", inMemory],
  ["on a real chain", onChain],
])("a chart %s", (_, begin) => {
  let world: World;
  let patient: Holder;
  let doctor: Holder;
  let colleague: Holder;

  beforeAll(async () => {
    world = begin();
    [doctor, colleague] = world.doctors;
    await publishIdentity({ holder: doctor });
    await publishIdentity({ holder: colleague });
  });
  const begun = async () => {
    patient = world.patient();
    await openChart({ holder: patient });
    return patient.services.chain;
  };
  const share = async (grantee: Holder, more: Partial<ShareChartParameters> = {}) => {
    const now = await world.now();
    const plain = { read: ["labs"], contribute: [], purpose: "treatment", history: "all" } as const;
    const validUntil = now + 86_400;
    return shareChart({ holder: patient, grantee: grantee.address, about, ...plain, validUntil, now, ...more });
  };
  const titles = async (holder: Holder) => {
    const access = await openSharedAccess({ holder, subject: patient.address });
    return (await listRecords({ holder, access })).records.map(({ entry }) => entry.title).toSorted();
  };

  it("is not there, then is, and is opened once", async () => {
    const { services, address } = world.patient();
    expect(await services.chain.chartOf(address)).toBeUndefined();
    expect(await services.chain.publishedKey(address)).toBeUndefined();
    expect(await services.chain.recordsOf(address)).toEqual([]);
    const chain = await begun();
    const chart = (await chain.chartOf(patient.address))!;
    expect([chart.epoch, [...chart.keysetHashes.keys()]]).toEqual([0, [0]]);
    expect(Math.abs(chart.epochStart - (await world.now()))).toBeLessThan(10);
    const again = chain.openChart({ subject: patient.address, keysetHash: hashOf("again") });
    await expect(again).rejects.toMatchObject({ name: "ChartAlreadyOpen" });
  });

  it("is shared, added to by a doctor, and read by both", async () => {
    await begun();
    await publishRecords({
      holder: patient,
      access: await openOwnAccess({ holder: patient }),
      records: [labResult("glucose"), labResult("a talk", { category: "mental-health" })],
    });
    expect(await share(doctor, { contribute: ["labs"] })).toEqual([]);
    const access = await openSharedAccess({ holder: doctor, subject: patient.address });
    await publishRecords({ holder: doctor, access, records: [labResult("potassium")] });
    expect(await titles(doctor)).toEqual(["About glucose", "About potassium"]);

    const own = await openOwnAccess({ holder: patient });
    const { records, closed } = await listRecords({ holder: patient, access: own });
    expect(closed).toEqual([]);
    const potassium = records.find(({ entry }) => entry.title === "About potassium")!;
    expect(isAddressEqual(potassium.author, doctor.address)).toBe(true);
    const content = await bytesOf(await readRecord({ holder: patient, access: own, record: potassium }));
    expect(new TextDecoder().decode(content)).toBe("potassium");
  });

  it("has another epoch after a revocation, the keys of which only those have who remain", async () => {
    const chain = await begun();
    await share(doctor);
    await share(colleague);
    expect(await revokeAccess({ holder: patient, grantee: doctor.address })).toEqual([]);
    expect((await chain.chartOf(patient.address))!.epoch).toBe(1);
    await expect(titles(doctor)).rejects.toMatchObject({ name: "NotGranted" });
    const access = await openOwnAccess({ holder: patient });
    await publishRecords({ holder: patient, access, records: [labResult("afterwards")] });
    expect(await titles(colleague)).toEqual(["About afterwards"]);
  });

  it("has no grant left after all were ended, and new keys", async () => {
    const chain = await begun();
    await share(doctor);
    await share(colleague);
    await revokeAllAccess({ holder: patient });
    expect(await chain.grantsOf(patient.address)).toEqual([]);
    expect((await chain.chartOf(patient.address))!.epoch).toBe(1);
    await expect(titles(doctor)).rejects.toMatchObject({ name: "NotGranted" });
    await share(doctor);
    expect(await titles(doctor)).toEqual([]);
  });

  it("tells all grants that are in force, and none that has ended", async () => {
    const chain = await begun();
    await share(doctor, { validUntil: (await world.now()) + 3600 });
    await share(colleague, { read: [], contribute: ["labs"] });
    const grants = await chain.grantsOf(patient.address);
    expect(grants.map(({ read, contribute }) => [read, contribute]).toSorted()).toEqual([
      [false, true],
      [true, false],
    ]);
    await world.passTime(3600);
    const [left, ...others] = await chain.grantsOf(patient.address);
    expect(others).toEqual([]);
    expect(isAddressEqual(left!.grantee, colleague.address)).toBe(true);
  });

  it("refuses what was made for an epoch that has passed", async () => {
    const chain = await begun();
    await share(doctor, { contribute: ["labs"] });
    await rotateKeys({ holder: patient });
    const subject = patient.address;
    const late = { subject, epoch: 0, nextKeysetHash: hashOf("late") };
    await expect(chain.rotate(late)).rejects.toMatchObject({ name: "EpochPassed" });
    const terms = { validFrom: 0, validUntil: 2 ** 40 - 1, termsHash: hashOf("terms") };
    const grant = chain.grant({ ...late, ...terms, grantee: doctor.address, read: true, contribute: false });
    await expect(grant).rejects.toMatchObject({ name: "EpochPassed" });
    const record = { subject, epoch: 0, capsuleHashes: [hashOf("a capsule")] };
    const publishing = doctor.services.chain.publish({ ...record, author: doctor.address });
    await expect(publishing).rejects.toMatchObject({ name: "EpochPassed" });
  });

  it("ends a grant though the keys have changed meanwhile, and says that they did not change with it", async () => {
    const chain = await begun();
    await share(doctor);
    await rotateKeys({ holder: patient });
    const revocation = { subject: patient.address, grantee: doctor.address, epoch: 0, nextKeysetHash: hashOf("next") };
    expect(await chain.revoke(revocation)).toEqual({ isRotated: false });
    expect(await chain.grantsOf(patient.address)).toEqual([]);
    expect((await chain.chartOf(patient.address))!.epoch).toBe(1);
  });

  it("does not begin an epoch with the keys it has", async () => {
    const chain = await begun();
    const { keysetHashes } = (await chain.chartOf(patient.address))!;
    const rotation = { subject: patient.address, epoch: 0, nextKeysetHash: keysetHashes.get(0)! };
    await expect(chain.rotate(rotation)).rejects.toMatchObject({ name: "EpochPassed" });
    expect(await chain.revoke({ ...rotation, grantee: doctor.address })).toEqual({ isRotated: false });
  });

  it("takes no records of those whom it was not shared with", async () => {
    await begun();
    const record = { subject: patient.address, epoch: 0, capsuleHashes: [hashOf("a capsule")] };
    const publishing = doctor.services.chain.publish({ ...record, author: doctor.address });
    await expect(publishing).rejects.toMatchObject({ name: "NotGranted" });
  });

  it("passes over records that are there", async () => {
    const chain = await begun();
    const [author, subject] = [patient.address, patient.address];
    await chain.publish({ author, subject, epoch: 0, capsuleHashes: [hashOf("one"), hashOf("two")] });
    const [first] = await chain.recordsOf(subject);
    await chain.publish({ author, subject, epoch: 0, capsuleHashes: [hashOf("two"), hashOf("three")] });
    await chain.publish({ author, subject, epoch: 0, capsuleHashes: [hashOf("one")] });
    const records = await chain.recordsOf(subject);
    expect(records.map(({ capsuleHash }) => capsuleHash)).toEqual(["one", "two", "three"].map(hashOf));
    expect(records[0]).toEqual(first);
    expect(records.every(({ status }: ChainRecord) => status === "current")).toBe(true);
  });

  it("keeps what was disputed and then called entered in error, each by the one who may, and says so", async () => {
    const chain = await begun();
    const subject = patient.address;
    const record = { subject, capsuleHash: hashOf("wrong") };
    const status = async () => (await chain.recordsOf(subject)).map((found) => found.status);
    await chain.publish({ author: subject, subject, epoch: 0, capsuleHashes: [record.capsuleHash] });
    await chain.dispute(record);
    expect(await status()).toEqual(["disputed"]);
    await expect(chain.dispute(record)).rejects.toMatchObject({ name: "RecordStatusForbids" });
    const byAnother = doctor.services.chain.markEnteredInError({ ...record, author: doctor.address });
    await expect(byAnother).rejects.toMatchObject({ name: "RecordAuthoredByAnother" });
    await chain.markEnteredInError({ ...record, author: subject });
    expect(await status()).toEqual(["entered-in-error"]);
  });

  it("puts a corrected record in the place of one's own, disputed or not, once, and keeps both", async () => {
    const chain = await begun();
    const subject = patient.address;
    const [first, second, third] = [hashOf("first"), hashOf("second"), hashOf("third")];
    const correct = (oldCapsuleHash: Hex, newCapsuleHash: Hex, author = subject) =>
      chain.supersede({ author, subject, epoch: 0, oldCapsuleHash, newCapsuleHash });
    await chain.publish({ author: subject, subject, epoch: 0, capsuleHashes: [first] });
    await expect(correct(hashOf("unknown"), second)).rejects.toMatchObject({ name: "RecordUnknown" });
    await expect(correct(first, first)).rejects.toMatchObject({ name: "RecordKnown" });
    await correct(first, second);
    await expect(correct(first, third)).rejects.toMatchObject({ name: "RecordStatusForbids" });
    await chain.dispute({ subject, capsuleHash: second });
    await correct(second, third);
    await chain.markEnteredInError({ author: subject, subject, capsuleHash: third });
    await expect(correct(third, hashOf("fourth"))).rejects.toMatchObject({ name: "RecordStatusForbids" });
    const standing = new Map((await chain.recordsOf(subject)).map(({ capsuleHash, status }) => [capsuleHash, status]));
    expect([first, second, third].map((hash) => standing.get(hash))).toEqual([
      "superseded",
      "superseded",
      "entered-in-error",
    ]);
  });

  it("seals to the newest key that somebody has published", async () => {
    const { services, address: owner } = world.patient();
    for (const first of [1, 2]) {
      await services.chain.publishKey({ owner, suite: 1, publicKey: new Uint8Array(32).fill(first) });
    }
    const published = await services.chain.publishedKey(owner);
    expect(published).toEqual({ suite: 1, publicKey: new Uint8Array(32).fill(2) });
  });
});
