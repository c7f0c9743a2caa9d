import { describe, expect, it } from "vitest";
import { type Person, labResult, newWorld, person, publish, share } from "#test/support/chartPeople.ts";
import { listRecords } from "./listRecords.ts";
import { openChart } from "./openChart.ts";
import { openOwnAccess } from "./openOwnAccess.ts";
import { openSharedAccess } from "./openSharedAccess.ts";
import { publishRecords } from "./publishRecords.ts";
import { refreshGrants } from "./refreshGrants.ts";
import { renewRoot } from "./renewRoot.ts";
import { revokeAccess } from "./revokeAccess.ts";
import { rotateKeys } from "./rotateKeys.ts";

async function seenBy(holder: Person, subject: Person): Promise<string[]> {
  const access = await openSharedAccess({ holder, subject: subject.address });
  return (await listRecords({ holder, access })).records.map(({ entry }) => entry.title);
}

async function seenByThemselves(holder: Person): Promise<string[]> {
  const access = await openOwnAccess({ holder });
  return (await listRecords({ holder, access })).records.map(({ entry }) => entry.title);
}

describe("revokeAccess", () => {
  it("ends one grant, and the others go on under the same terms with new keys", async () => {
    const { patient, doctor, clinician } = await newWorld();
    const remaining = await clinician("remaining");
    await publish(patient, labResult("one"));
    await share(patient, doctor);
    await share(patient, remaining, { contribute: ["labs", "imaging"] });

    expect(await revokeAccess({ holder: patient, grantee: doctor.address })).toEqual([]);
    await publish(patient, labResult("two"));
    await expect(seenBy(doctor, patient)).rejects.toMatchObject({ name: "NotGranted" });
    expect(await seenBy(remaining, patient)).toEqual(["About two", "About one"]);

    const access = await openSharedAccess({ holder: remaining, subject: patient.address });
    const scan = labResult("a scan", { category: "imaging" });
    await publishRecords({ holder: remaining, access, records: [scan, labResult("three")] });
    expect(await seenByThemselves(patient)).toHaveLength(4);
  });

  it("keeps a limited history limited", async () => {
    const { patient, doctor, clinician } = await newWorld();
    const remaining = await clinician("remaining");
    await share(patient, doctor);
    await publish(patient, labResult("before"));
    await share(patient, remaining, { history: "from-now" });
    await revokeAccess({ holder: patient, grantee: doctor.address });
    await publish(patient, labResult("after"));
    expect(await seenBy(remaining, patient)).toEqual(["About after"]);
  });

  it("changes the keys all the same when another device changed them in the same moment", async () => {
    const { patient, doctor, services } = await newWorld();
    await share(patient, doctor);
    services.chain.meanwhile = async () => void (await rotateKeys({ holder: patient }));
    await revokeAccess({ holder: patient, grantee: doctor.address });
    // The other device still sent keys of epoch 1 to the doctor, so the chart must be beyond it.
    expect(services.grants.stored.map(({ epoch }) => epoch)).toEqual([1, 0]);
    expect((await services.chain.chartOf(patient.address))?.epoch).toBe(2);
  });

  it("ends the grant even if nobody's fresh keys can be stored, and says who lacks them", async () => {
    const { patient, doctor, clinician, services } = await newWorld();
    const remaining = await clinician("remaining");
    await share(patient, doctor);
    await share(patient, remaining);
    services.grants.isLosing = true;
    const notRefreshed = await revokeAccess({ holder: patient, grantee: doctor.address });
    expect(notRefreshed).toMatchObject([{ grantee: remaining.address }]);
    await expect(seenBy(doctor, patient)).rejects.toMatchObject({ name: "NotGranted" });

    services.grants.isLosing = false;
    expect(await refreshGrants({ holder: patient })).toEqual([]);
    await publish(patient, labResult("new"));
    expect(await seenBy(remaining, patient)).toEqual(["About new"]);
  });

  it("hands out no key of an epoch that has not begun", async () => {
    const { patient, doctor, clinician, services } = await newWorld();
    await share(patient, doctor);
    await share(patient, await clinician("other"));
    const before = services.grants.stored.length;
    services.chain.meanwhile = () => Promise.reject(new Error("The wallet said no."));
    await expect(revokeAccess({ holder: patient, grantee: doctor.address })).rejects.toThrow("The wallet said no.");
    expect(services.grants.stored).toHaveLength(before);
  });

  it("says so when a gateway has lost a grant, and shares it anew with the others", async () => {
    const { patient, doctor, clinician, services } = await newWorld();
    const [lost, kept] = [await clinician("lost"), await clinician("kept")];
    for (const grantee of [doctor, lost, kept]) await share(patient, grantee);
    services.grants.stored.splice(
      services.grants.stored.findIndex(({ grantee }) => grantee === lost.address),
      1,
    );
    const notRefreshed = await revokeAccess({ holder: patient, grantee: doctor.address });
    expect(notRefreshed).toMatchObject([{ grantee: lost.address, cause: { name: "GrantNotFound" } }]);
    expect(await seenBy(kept, patient)).toEqual([]);
  });
});

const kept = async () => {};
const notKept = () => Promise.reject(new Error("The gateway cannot be reached."));

describe("renewRoot", () => {
  it("begins new keys from a new root, and everything old still opens", async () => {
    const { patient, doctor, services } = await newWorld();
    await publish(patient, labResult("one"));
    await share(patient, doctor, { contribute: ["labs"] });
    const oldKey = await services.chain.publishedKey(patient.address);

    const { roots, notRefreshed } = await renewRoot({ holder: patient, keepVault: kept });
    expect(notRefreshed).toEqual([]);
    expect(roots.map(({ firstEpoch }) => firstEpoch)).toEqual([0, 1]);
    expect(await services.chain.publishedKey(patient.address)).not.toEqual(oldKey);

    const renewed = { ...patient, roots };
    await publish(renewed, labResult("two"));
    expect(await seenByThemselves(renewed)).toEqual(["About two", "About one"]);
    expect(await seenBy(doctor, patient)).toEqual(["About two", "About one"]);
  });

  it("leaves whoever has the lost device with nothing that comes after", async () => {
    const { patient } = await newWorld();
    const { roots } = await renewRoot({ holder: patient, keepVault: kept });
    await publish({ ...patient, roots }, labResult("two"));
    await expect(seenByThemselves(patient)).rejects.toMatchObject({ name: "StaleVault" });
  });

  it("changes nothing before the vault is kept", async () => {
    const { patient, services } = await newWorld();
    await expect(renewRoot({ holder: patient, keepVault: notKept })).rejects.toThrow("The gateway cannot be reached.");
    expect((await services.chain.chartOf(patient.address))?.epoch).toBe(0);
  });

  it("goes on where it was interrupted, and locks nobody out meanwhile", async () => {
    const { patient, doctor, services } = await newWorld();
    await share(patient, doctor);
    let vault = patient.roots;
    const keepVault = async (roots: typeof vault) => void (vault = roots);
    services.chain.meanwhile = () => Promise.reject(new Error("The wallet said no."));
    await expect(renewRoot({ holder: patient, keepVault })).rejects.toThrow("The wallet said no.");

    const reopened = { ...patient, roots: vault };
    expect(await seenByThemselves(reopened)).toEqual([]);
    const { roots } = await renewRoot({ holder: reopened, keepVault });
    expect(roots).toEqual(vault);
    expect(roots).toHaveLength(2);
    await publish({ ...patient, roots }, labResult("new"));
    expect(await seenBy(doctor, patient)).toEqual(["About new"]);
  });

  it("takes nothing from a patient whose other device changes the keys in between", async () => {
    const { patient, doctor, services } = await newWorld();
    await share(patient, doctor);
    let vault = patient.roots;
    const keepVault = async (roots: typeof vault) => void (vault = roots);
    services.chain.meanwhile = async () => void (await rotateKeys({ holder: patient }));
    await expect(renewRoot({ holder: patient, keepVault })).rejects.toMatchObject({ name: "EpochPassed" });
    await publish({ ...patient, roots: vault }, labResult("between"));

    const { roots } = await renewRoot({ holder: { ...patient, roots: vault }, keepVault });
    await publish({ ...patient, roots }, labResult("after"));
    expect(await seenByThemselves({ ...patient, roots })).toEqual(["About after", "About between"]);
    expect(await seenBy(doctor, patient)).toEqual(["About after", "About between"]);
  });

  it("renews a clinician who has no chart, and grants to the old key still open", async () => {
    const { patient, doctor, services } = await newWorld();
    await publish(patient, labResult("one"));
    await share(patient, doctor);
    const { roots } = await renewRoot({ holder: doctor, keepVault: kept });
    const renewed = { ...doctor, roots };
    expect(await seenBy(renewed, patient)).toEqual(["About one"]);
    await rotateKeys({ holder: patient });
    expect(await seenBy(renewed, patient)).toEqual(["About one"]);
    expect(await services.chain.chartOf(doctor.address)).toBeUndefined();
  });

  it("lets a chart be opened that comes after a renewed root", async () => {
    const { services } = await newWorld();
    const newcomer = person("newcomer", services);
    const { roots } = await renewRoot({ holder: newcomer, keepVault: kept });

    await openChart({ holder: { ...newcomer, roots } });
    expect(await seenByThemselves({ ...newcomer, roots })).toEqual([]);
  });
});
