import { describe, expect, it, vi } from "vitest";
import { type Person, labResult, newWorld, publish, share } from "#test/support/chartPeople.ts";
import { finishShare } from "./finishShare.ts";
import { listRecords } from "./listRecords.ts";
import { openSharedAccess } from "./openSharedAccess.ts";
import { revokeAccess } from "./revokeAccess.ts";
import type { SealedShare } from "./shareChart.ts";

/** What was kept of a share before anything was signed, when it then came to nothing. */
async function interrupted(patient: Person, doctor: Person): Promise<SealedShare> {
  let kept: SealedShare | undefined;
  const keepSealed = async (sealed: SealedShare) => void (kept = sealed);
  await expect(share(patient, doctor, { keepSealed })).rejects.toThrow("power cut");
  return kept!;
}

const powerCut = () => Promise.reject(new Error("power cut"));
const beforeItsKeys = ({ services }: Person) => vi.spyOn(services.grants, "put").mockImplementationOnce(powerCut);

const titles = async (holder: Person, subject: Person) => {
  const access = await openSharedAccess({ holder, subject: subject.address });
  return (await listRecords({ holder, access })).records.map(({ entry }) => entry.title);
};

describe("a share that was interrupted", () => {
  it("after its grant is finished by what was kept, once and again", async () => {
    const { patient, doctor } = await newWorld();
    await publish(patient, labResult("one"));
    beforeItsKeys(patient);
    const sealed = await interrupted(patient, doctor);
    await expect(titles(doctor, patient)).rejects.toMatchObject({ name: "GrantNotFound" });
    for (let time = 0; time < 2; time++) expect(await finishShare({ holder: patient, sealed })).toBe(true);
    expect(await titles(doctor, patient)).toEqual(["About one"]);
  });

  it("before its grant waits", async () => {
    const { patient, doctor, services } = await newWorld();
    services.chain.meanwhile = powerCut;
    const sealed = await interrupted(patient, doctor);
    expect(await finishShare({ holder: patient, sealed })).toBe(false);
  });

  it("and ended meanwhile stays ended", async () => {
    const { patient, doctor } = await newWorld();
    beforeItsKeys(patient);
    const sealed = await interrupted(patient, doctor);
    await revokeAccess({ holder: patient, grantee: doctor.address });
    expect(await finishShare({ holder: patient, sealed })).toBe(false);
  });
});
