import { describe, expect, it } from "vitest";
import { labResult, newWorld, publish, share } from "#test/support/chartPeople.ts";
import { bytesOf } from "../sealing/body/bytesOf.ts";
import { listRecords } from "./listRecords.ts";
import { openOwnAccess } from "./openOwnAccess.ts";
import { openSharedAccess } from "./openSharedAccess.ts";
import { publishRecords } from "./publishRecords.ts";
import { readRecord } from "./readRecord.ts";
import { revokeAccess } from "./revokeAccess.ts";
import { rotateKeys } from "./rotateKeys.ts";

describe("publishRecords", () => {
  it("puts several records into one's own chart under one signature", async () => {
    const { patient } = await newWorld();
    const hashes = await publish(patient, labResult("glucose"), labResult("a scan", { category: "imaging" }));
    const access = await openOwnAccess({ holder: patient });
    const { records, closed } = await listRecords({ holder: patient, access });
    expect(closed).toEqual([]);
    expect(records.map(({ capsuleHash }) => capsuleHash).toSorted()).toEqual(hashes.toSorted());
    const scan = records.find(({ entry }) => entry.title === "About a scan")!;
    expect(scan).toMatchObject({ author: patient.address, status: "current", entry: { category: 3, epoch: 0 } });
    const content = await bytesOf(await readRecord({ holder: patient, access, record: scan }));
    expect(new TextDecoder().decode(content)).toBe("a scan");
  });

  it("lets a clinician add to what they were given, read or not, and to nothing else", async () => {
    const { patient, doctor } = await newWorld();
    await share(patient, doctor, { read: ["labs"], contribute: ["labs", "imaging"] });
    const access = await openSharedAccess({ holder: doctor, subject: patient.address });
    const add = (record: ReturnType<typeof labResult>) => publishRecords({ holder: doctor, access, records: [record] });

    await add(labResult("potassium"));
    await add(labResult("an X-ray", { category: "imaging" }));
    await expect(add(labResult("a talk", { category: "mental-health" }))).rejects.toMatchObject({
      name: "CategoryNotGranted",
    });

    const seen = await listRecords({ holder: doctor, access });
    expect(seen.records.map(({ entry }) => entry.title)).toEqual(["About potassium"]);
    const own = await openOwnAccess({ holder: patient });
    const { records } = await listRecords({ holder: patient, access: own });
    expect(records.map(({ author }) => author)).toEqual([doctor.address, doctor.address]);
  });

  it("does not let a reader add", async () => {
    const { patient, doctor } = await newWorld();
    await share(patient, doctor);
    const access = await openSharedAccess({ holder: doctor, subject: patient.address });
    const adding = publishRecords({ holder: doctor, access, records: [labResult("potassium")] });
    await expect(adding).rejects.toMatchObject({ name: "CategoryNotGranted" });
  });

  it("seals nothing under keys of the past, and the chain takes nothing that was", async () => {
    const { patient, doctor, services } = await newWorld();
    await share(patient, doctor, { contribute: ["labs"] });
    const access = await openSharedAccess({ holder: doctor, subject: patient.address });
    const add = () => publishRecords({ holder: doctor, access, records: [labResult("potassium")] });

    services.chain.meanwhile = async () => void (await rotateKeys({ holder: patient }));
    await expect(add()).rejects.toMatchObject({ name: "EpochPassed" });
    await expect(add()).rejects.toMatchObject({ name: "StaleKeyset" });
    expect(await services.chain.recordsOf(patient.address)).toEqual([]);

    const renewed = await openSharedAccess({ holder: doctor, subject: patient.address });
    await publishRecords({ holder: doctor, access: renewed, records: [labResult("potassium")] });
    expect(await services.chain.recordsOf(patient.address)).toHaveLength(1);
  });

  it("publishes nothing of one's own either that was sealed before the keys changed", async () => {
    const { patient, services } = await newWorld();
    const storing = services.capsules.put.bind(services.capsules);
    services.capsules.put = async (capsule) => {
      await rotateKeys({ holder: patient });
      await storing(capsule);
    };
    await expect(publish(patient, labResult("glucose"))).rejects.toMatchObject({ name: "EpochPassed" });
    expect(await services.chain.recordsOf(patient.address)).toEqual([]);
  });

  it("does not let a former grantee add what was sealed before the grant ended", async () => {
    const { patient, doctor, services } = await newWorld();
    await share(patient, doctor, { contribute: ["labs"] });
    const access = await openSharedAccess({ holder: doctor, subject: patient.address });
    services.chain.meanwhile = async () => void (await revokeAccess({ holder: patient, grantee: doctor.address }));
    const adding = publishRecords({ holder: doctor, access, records: [labResult("potassium")] });
    await expect(adding).rejects.toMatchObject({ name: "NotGranted" });
  });

  it("publishes nothing when storage breaks off or answers for another body", async () => {
    const { patient, services } = await newWorld();
    services.blobs.breaksAfter = 100;
    await expect(publish(patient, labResult("glucose"))).rejects.toThrow("The connection was cut.");
    services.blobs.breaksAfter = Infinity;
    services.blobs.answered = () => "bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku";
    await expect(publish(patient, labResult("glucose"))).rejects.toMatchObject({ name: "RecordNotStored" });
    services.blobs.put = async () => "bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku";
    await expect(publish(patient, labResult("glucose"))).rejects.toMatchObject({ name: "RecordNotStored" });
    expect(await services.chain.recordsOf(patient.address)).toEqual([]);
  });

  it("tells its progress to the last byte", async () => {
    const { patient } = await newWorld();
    const told: { done: number; total: number }[] = [];
    await publishRecords({
      holder: patient,
      access: await openOwnAccess({ holder: patient }),
      records: [labResult("long", { content: new Blob([new Uint8Array(200_000)]) }), labResult("glucose")],
      onProgress: (progress) => told.push(progress),
    });
    const done = told.map((progress) => progress.done);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    expect(new Set(told.map(({ total }) => total)).size).toBe(1);
    expect(done.at(-1)).toBe(told[0]!.total);
    expect(done.length).toBeGreaterThan(4);
  });

  it("can be cancelled, and then nothing is published", async () => {
    const { patient, services } = await newWorld();
    const cancelling = new AbortController();
    const adding = publishRecords({
      holder: patient,
      access: await openOwnAccess({ holder: patient }),
      records: [labResult("long", { content: new Blob([new Uint8Array(1_000_000)]) })],
      onProgress: () => cancelling.abort(),
      signal: cancelling.signal,
    });
    await expect(adding).rejects.toMatchObject({ name: "AbortError" });
    expect(await services.chain.recordsOf(patient.address)).toEqual([]);
    expect(services.capsules.of(patient.address).size).toBe(0);
  });
});
