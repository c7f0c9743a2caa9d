import { describe, expect, it } from "vitest";
import { labResult, newWorld, publish, share } from "#test/support/chartPeople.ts";
import { bytesOf } from "../sealing/body/bytesOf.ts";
import { eraseRecord } from "./eraseRecord.ts";
import { listRecords } from "./listRecords.ts";
import { openOwnAccess } from "./openOwnAccess.ts";
import { openSharedAccess } from "./openSharedAccess.ts";
import { publishRecords } from "./publishRecords.ts";
import { readRecord } from "./readRecord.ts";
import { rotateKeys } from "./rotateKeys.ts";

async function chartOfThree() {
  const world = await newWorld();
  for (const text of ["one", "two", "three"]) await publish(world.patient, labResult(text));
  const { patient: holder } = world;
  return { ...world, holder, access: await openOwnAccess({ holder }) };
}

const titles = ({ records }: Awaited<ReturnType<typeof listRecords>>) => records.map(({ entry }) => entry.title);

describe("listRecords", () => {
  it("shows the newest first, in whatever order the store delivers", async () => {
    const { services, holder, access } = await chartOfThree();
    for (const delivered of [(all: Uint8Array[]) => all, (all: Uint8Array[]) => all.toReversed()]) {
      services.capsules.delivered = delivered;
      expect(titles(await listRecords({ holder, access }))).toEqual(["About three", "About two", "About one"]);
    }
  });

  it("notices what the store leaves out", async () => {
    const { services, holder, access } = await chartOfThree();
    services.capsules.delivered = (all) => all.slice(1);
    const list = await listRecords({ holder, access });
    expect(titles(list)).toEqual(["About three", "About two"]);
    expect(list.closed).toMatchObject([{ refusal: "Missing" }]);
  });

  it("passes over what the chain does not know: changed, invented or of another chart", async () => {
    const { services, holder, access } = await chartOfThree();
    services.capsules.delivered = ([first, ...others]) => [
      new Uint8Array(1000),
      first!.map((byte, i) => (i === 100 ? byte ^ 1 : byte)),
      ...others,
    ];
    const list = await listRecords({ holder, access });
    expect(titles(list)).toEqual(["About three", "About two"]);
    expect(list.closed).toMatchObject([{ refusal: "Missing" }]);
  });

  it("is not kept busy by a store that repeats itself for ever", async () => {
    const { services, holder, access } = await chartOfThree();
    let delivered = 0;
    services.capsules.delivered = function* (all) {
      for (;;) {
        delivered++;
        yield all[0]!;
      }
    };
    expect(titles(await listRecords({ holder, access }))).toEqual(["About one"]);
    expect(delivered).toBeLessThanOrEqual(7);
  });

  it("shows the others when somebody published the hash of something that is no capsule", async () => {
    const { services, holder, access, patient } = await chartOfThree();
    const rubbish = new TextEncoder().encode("rubbish");
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", rubbish));
    const capsuleHash = `0x${[...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("")}` as const;
    await services.capsules.put({ subject: patient.address, capsule: rubbish });
    const { address: author } = patient;
    await services.chain.publish({ author, subject: author, epoch: 0, capsuleHashes: [capsuleHash] });
    const list = await listRecords({ holder, access });
    expect(titles(list)).toEqual(["About three", "About two", "About one"]);
    expect(list.closed).toMatchObject([{ capsuleHash, refusal: "UnknownFormat" }]);
  });

  it("shows a capsule that somebody copied into another chart to nobody", async () => {
    const { services, patient, doctor, clinician } = await newWorld();
    const other = await clinician("other");
    await publish(patient, labResult("secret"));
    const [[capsuleHash, capsule]] = services.capsules.of(patient.address) as unknown as [[`0x${string}`, Uint8Array]];
    await share(patient, doctor, { contribute: ["labs"] });
    await share(patient, other, { contribute: ["labs"] });
    services.capsules.of(doctor.address).set(capsuleHash, capsule);
    await services.chain.publish({
      author: doctor.address,
      subject: doctor.address,
      epoch: 0,
      capsuleHashes: [capsuleHash],
    });
    const access = await openSharedAccess({ holder: doctor, subject: patient.address });
    const { closed } = await listRecords({ holder: doctor, access: { ...access, subject: doctor.address } });
    expect(closed).toMatchObject([{ refusal: "WrongChartOrKey" }]);
  });

  it("asks a gateway only for what a grantee has keys to", async () => {
    const { patient, doctor, services } = await newWorld();
    await publish(patient, labResult("glucose"), labResult("a scan", { category: "imaging" }));
    await share(patient, doctor);
    let seen = 0;
    services.capsules.delivered = (all) => {
      seen = all.length;
      return all;
    };
    const access = await openSharedAccess({ holder: doctor, subject: patient.address });
    const list = await listRecords({ holder: doctor, access });
    expect(titles(list)).toEqual(["About glucose"]);
    expect(seen).toBe(1);
    services.capsules.bySubject.forEach((capsules) => expect(capsules.size).toBe(2));
  });

  it("says that there is no key where a store delivers more than was asked for", async () => {
    const { patient, doctor, services } = await newWorld();
    await publish(patient, labResult("a scan", { category: "imaging" }));
    await share(patient, doctor);
    services.capsules.delivered = () => services.capsules.of(patient.address).values();
    const access = await openSharedAccess({ holder: doctor, subject: patient.address });
    const { records, closed } = await listRecords({ holder: doctor, access });
    expect(records).toEqual([]);
    expect(closed).toMatchObject([{ refusal: "NoKeyForCapsule" }]);
  });

  it("opens what was sealed in any earlier epoch", async () => {
    const { holder, patient } = await chartOfThree();
    for (const text of ["four", "five"]) {
      await rotateKeys({ holder: patient });
      await publish(patient, labResult(text));
    }
    const list = await listRecords({ holder, access: await openOwnAccess({ holder }) });
    expect(list.records.map(({ entry }) => entry.epoch)).toEqual([2, 1, 0, 0, 0]);
  });
});

describe("readRecord", () => {
  it.each([
    ["another body", (body: Uint8Array) => body.with(2000, body[2000]! ^ 1), "BodyNotItsCid"],
    ["half of it", (body: Uint8Array) => body.subarray(0, 2000), "BodyNotItsCid"],
    ["nothing", () => new Uint8Array(0), "BodyNotItsCid"],
  ] as const)("refuses %s from storage", async (_, delivered, name) => {
    const { services, holder, access } = await chartOfThree();
    const { records } = await listRecords({ holder, access });
    services.blobs.delivered = delivered;
    const reading = bytesOf(await readRecord({ holder, access, record: records[0]! }));
    await expect(reading).rejects.toMatchObject({ name });
  });

  it("says when storage has it no longer", async () => {
    const { services, holder, access } = await chartOfThree();
    const { records } = await listRecords({ holder, access });
    services.blobs.bodies.clear();
    await expect(readRecord({ holder, access, record: records[0]! })).rejects.toMatchObject({ name: "RecordGone" });
  });

  it("reads a hundred thousand bytes in order", async () => {
    const { patient: holder } = await newWorld();
    const content = Uint8Array.from({ length: 100_000 }, (_, i) => i % 253);
    const access = await openOwnAccess({ holder });
    await publishRecords({ holder, access, records: [labResult("long", { content: new Blob([content]) })] });
    const { records } = await listRecords({ holder, access });
    expect(await bytesOf(await readRecord({ holder, access, record: records[0]! }))).toEqual(content);
  });
});

describe("eraseRecord", () => {
  it("leaves a record that nobody can open any more, and all others", async () => {
    const { holder, access } = await chartOfThree();
    const { records } = await listRecords({ holder, access });
    await eraseRecord({ holder, capsuleHash: records[1]!.capsuleHash });
    const after = await listRecords({ holder, access });
    expect(titles(after)).toEqual(["About three", "About one"]);
    expect(after.closed).toMatchObject([{ capsuleHash: records[1]!.capsuleHash, refusal: "Missing" }]);
  });

  it("notices a store that keeps it", async () => {
    const { services, holder, access } = await chartOfThree();
    const { records } = await listRecords({ holder, access });
    services.capsules.keepsDeleted = true;
    const erasing = eraseRecord({ holder, capsuleHash: records[0]!.capsuleHash });
    await expect(erasing).rejects.toMatchObject({ name: "RecordNotErased" });
  });
});
