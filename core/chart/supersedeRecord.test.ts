import { describe, expect, test } from "vitest";
import { type Person, labResult, newWorld, publish, share } from "#test/support/chartPeople.ts";
import { bytesOf } from "../sealing/body/bytesOf.ts";
import { listRecords } from "./listRecords.ts";
import { openOwnAccess } from "./openOwnAccess.ts";
import { openSharedAccess } from "./openSharedAccess.ts";
import { publishRecords } from "./publishRecords.ts";
import { readRecord } from "./readRecord.ts";
import { revokeAccess } from "./revokeAccess.ts";
import { rotateKeys } from "./rotateKeys.ts";
import { supersedeRecord } from "./supersedeRecord.ts";

/** A doctor who has added one result to a patient's chart, and may add more. */
async function oneResult() {
  const { patient, doctor, services } = await newWorld();
  await share(patient, doctor, { contribute: ["labs"] });
  const access = await openSharedAccess({ holder: doctor, subject: patient.address });
  const [capsuleHash] = await publishRecords({ holder: doctor, access, records: [labResult("glucose 5")] });
  const correct = (record = labResult("glucose 6")) =>
    supersedeRecord({ holder: doctor, access, capsuleHash: capsuleHash!, record });
  return { patient, doctor, services, access, capsuleHash: capsuleHash!, correct };
}

async function ownRecords(patient: Person) {
  return (await listRecords({ holder: patient, access: await openOwnAccess({ holder: patient }) })).records;
}

describe("supersedeRecord", () => {
  test("puts the corrected record in force, names the one before, and leaves that readable", async () => {
    const { patient, capsuleHash, correct } = await oneResult();
    const newer = await correct();
    const records = await ownRecords(patient);
    const [after, before] = [newer, capsuleHash].map((hash) => records.find((it) => it.capsuleHash === hash)!);
    expect(after).toMatchObject({ status: "current", entry: { title: "About glucose 6", prev: capsuleHash } });
    expect(before).toMatchObject({ status: "superseded", entry: { title: "About glucose 5" } });
    const access = await openOwnAccess({ holder: patient });
    const content = await bytesOf(await readRecord({ holder: patient, access, record: before! }));
    expect(new TextDecoder().decode(content)).toBe("glucose 5");
  });

  test("is refused where it was replaced or taken back meanwhile, and nothing is added", async () => {
    const { patient, doctor, services, capsuleHash, correct } = await oneResult();
    const { address: subject } = patient;
    await correct();
    await expect(correct(labResult("glucose 7"))).rejects.toMatchObject({ name: "RecordStatusForbids" });
    await services.chain.markEnteredInError({ author: doctor.address, subject, capsuleHash });
    await expect(correct(labResult("glucose 8"))).rejects.toMatchObject({ name: "RecordStatusForbids" });
    expect(await ownRecords(patient)).toHaveLength(2);
  });

  test("is refused to whoever is not its author", async () => {
    const { patient, capsuleHash } = await oneResult();
    const access = await openOwnAccess({ holder: patient });
    const correcting = supersedeRecord({ holder: patient, access, capsuleHash, record: labResult("nothing") });
    await expect(correcting).rejects.toMatchObject({ name: "RecordAuthoredByAnother" });
  });

  test("is refused once sharing or the licence has ended, and the old one stays in force", async () => {
    const { patient, doctor, services, correct } = await oneResult();
    services.chain.meanwhile = async () => void (await revokeAccess({ holder: patient, grantee: doctor.address }));
    await expect(correct()).rejects.toMatchObject({ name: "NotGranted" });
    expect((await ownRecords(patient)).map(({ status }) => status)).toEqual(["current"]);
  });

  test("seals nothing under keys of the past, in one's own chart either", async () => {
    const { patient, services, correct } = await oneResult();
    services.chain.meanwhile = async () => void (await rotateKeys({ holder: patient }));
    await expect(correct()).rejects.toMatchObject({ name: "EpochPassed" });
    await expect(correct()).rejects.toMatchObject({ name: "StaleKeyset" });

    const [capsuleHash] = await publish(patient, labResult("a note"));
    const access = await openOwnAccess({ holder: patient });
    const storing = services.capsules.put.bind(services.capsules);
    services.capsules.put = async (capsule) => {
      await rotateKeys({ holder: patient });
      await storing(capsule);
    };
    const own = supersedeRecord({
      holder: patient,
      access,
      capsuleHash: capsuleHash!,
      record: labResult("another note"),
    });
    await expect(own).rejects.toMatchObject({ name: "EpochPassed" });
  });
});
