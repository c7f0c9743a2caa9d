import type { Hex } from "viem";
import { beforeEach, describe, expect, test } from "vitest";
import { openSharedAccess } from "#core/chart/openSharedAccess.ts";
import { publishRecords } from "#core/chart/publishRecords.ts";
import { type Person, labResult, newWorld, publish, share } from "#test/support/chartPeople.ts";
import { createVisits } from "../visits/createVisits.ts";
import { createNoticeKeeper } from "./createNoticeKeeper.ts";

const kept = new Map<Hex, Uint8Array>();
const store = {
  get: async (name: Hex) => kept.get(name),
  set: async (name: Hex, sealed: Uint8Array) => void kept.set(name, sealed),
};

beforeEach(() => kept.clear());

/** From when the vault is opened until it is locked. */
function unlocked(person: Person) {
  const visits = createVisits(() => person, store);
  return { visits, notices: createNoticeKeeper(() => person, visits, store) };
}

describe("what others have added to one's own chart", () => {
  test("is told by author, without the chart being looked at, until it was", async () => {
    const { patient, doctor } = await newWorld();
    await share(patient, doctor, { contribute: ["labs"] });
    await publish(patient, labResult("mine"));
    const { now } = patient.services.chain;
    expect(await unlocked(patient).notices.addedByOthers()).toEqual([]);
    await unlocked(patient).visits.visit(patient.address, now);
    patient.services.chain.now = now + 10;
    const access = await openSharedAccess({ holder: doctor, subject: patient.address });
    await publishRecords({ holder: doctor, access, records: [labResult("one"), labResult("two")] });
    await publish(patient, labResult("mine too"));

    const told = await unlocked(patient).notices.addedByOthers();
    expect(told).toEqual([{ author: doctor.address, records: 2, newestAt: expect.any(Number) }]);
    const { visits, notices } = unlocked(patient);
    await visits.visit(patient.address, told[0]!.newestAt);
    expect(await notices.addedByOthers()).toEqual(told);
    expect(await unlocked(patient).notices.addedByOthers()).toEqual([]);
  });
});

describe("a notice that was put away", () => {
  test("stays so, for one person, and lies on the device without a word of it", async () => {
    const { patient, doctor } = await newWorld();
    await unlocked(patient).notices.putAwayNotice("licence 0 1800000000");
    await unlocked(patient).notices.putAwayNotice("access 0x12");
    expect(await unlocked(patient).notices.putAwayNotices()).toEqual(["licence 0 1800000000", "access 0x12"]);
    expect(await unlocked(doctor).notices.putAwayNotices()).toEqual([]);
    expect(Buffer.from([...kept.values()][0]!).toString("latin1")).not.toContain("licence");
  });

  test("makes room for newer ones", async () => {
    const { patient } = await newWorld();
    const { notices } = unlocked(patient);
    for (let number = 0; number < 205; number++) await notices.putAwayNotice(String(number));
    const keys = await notices.putAwayNotices();
    expect([keys.length, keys[0], keys.at(-1)]).toEqual([200, "5", "204"]);
  });
});
