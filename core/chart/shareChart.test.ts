import { describe, expect, it } from "vitest";
import { about, labResult, newWorld, person, publish, share } from "#test/support/chartPeople.ts";
import { parseTerms } from "../consent/parseTerms.ts";
import { termsHash } from "../consent/termsHash.ts";
import { listRecords } from "./listRecords.ts";
import { openChart } from "./openChart.ts";
import { openSharedAccess } from "./openSharedAccess.ts";
import { publishIdentity } from "./publishIdentity.ts";
import { refreshGrants } from "./refreshGrants.ts";
import { rotateKeys } from "./rotateKeys.ts";

async function seenBy(holder: Parameters<typeof listRecords>[0]["holder"], subject: `0x${string}`) {
  const access = await openSharedAccess({ holder, subject });
  const { records } = await listRecords({ holder, access });
  return records.map(({ entry }) => entry.title);
}

describe("openChart", () => {
  it("publishes the key that others seal to, once", async () => {
    const { patient, services } = await newWorld();
    expect((await services.chain.publishedKey(patient.address))?.publicKey).toHaveLength(1216);
    const before = services.chain.now;
    await publishIdentity({ holder: patient });
    expect(services.chain.now).toBe(before);
  });

  it("refuses to open a second time", async () => {
    const { patient } = await newWorld();
    await expect(openChart({ holder: patient })).rejects.toMatchObject({ name: "ChartAlreadyOpen" });
  });

  it("goes on after an interruption", async () => {
    const { services } = await newWorld();
    const newcomer = person("newcomer", services);
    await publishIdentity({ holder: newcomer });
    await openChart({ holder: newcomer });
    expect((await services.chain.chartOf(newcomer.address))?.epoch).toBe(0);
  });
});

describe("shareChart", () => {
  it("gives all of the past, where that is wanted", async () => {
    const { patient, doctor } = await newWorld();
    await publish(patient, labResult("one"));
    await rotateKeys({ holder: patient });
    await publish(patient, labResult("two"));
    await share(patient, doctor, { history: "all" });
    expect(await seenBy(doctor, patient.address)).toEqual(["About two", "About one"]);
  });

  it("gives what came since the keys last changed", async () => {
    const { patient, doctor } = await newWorld();
    await publish(patient, labResult("one"));
    await rotateKeys({ holder: patient });
    await publish(patient, labResult("two"));
    await share(patient, doctor, { history: "this-epoch" });
    expect(await seenBy(doctor, patient.address)).toEqual(["About two"]);
  });

  it("gives nothing of the past, and what comes, while others read on", async () => {
    const { patient, doctor, clinician } = await newWorld();
    const newcomer = await clinician("newcomer");
    await publish(patient, labResult("one"));
    await share(patient, doctor);
    await share(patient, newcomer, { history: "from-now" });
    await publish(patient, labResult("two"));
    expect(await seenBy(newcomer, patient.address)).toEqual(["About two"]);
    expect(await seenBy(doctor, patient.address)).toEqual(["About two", "About one"]);
  });

  it("says in the terms what was agreed, under the hash that is on chain", async () => {
    const { patient, doctor, services } = await newWorld();
    await share(patient, doctor, { contribute: ["imaging"], granteeName: "Dr. Okafor", history: "this-epoch" });
    const { shared } = await openSharedAccess({ holder: doctor, subject: patient.address });
    const [grant] = await services.chain.grantsOf(patient.address);
    expect(shared!.about).toEqual(about);
    expect(termsHash(shared!.terms)).toBe(grant!.termsHash);
    expect(parseTerms(shared!.terms)).toMatchObject({
      subject: patient.address.toLowerCase(),
      grantee: doctor.address.toLowerCase(),
      granteeName: "Dr. Okafor",
      read: ["labs"],
      contribute: ["imaging"],
      until: grant!.validUntil,
    });
  });

  it("changes the keys when it takes something away, so that nothing new of that can be read", async () => {
    const { patient, doctor, clinician, services } = await newWorld();
    const other = await clinician("other");
    await share(patient, other);
    await share(patient, doctor, { read: ["labs", "imaging"] });
    await share(patient, doctor, { read: ["labs", "imaging", "vitals"] });
    expect((await services.chain.chartOf(patient.address))?.epoch).toBe(0);

    await share(patient, doctor, { read: ["imaging", "vitals"], contribute: ["labs"] });
    expect((await services.chain.chartOf(patient.address))?.epoch).toBe(1);
    await publish(patient, labResult("new"), labResult("a scan", { category: "imaging" }));
    expect(await seenBy(doctor, patient.address)).toEqual(["About a scan"]);
    expect(await seenBy(other, patient.address)).toEqual(["About new"]);
  });

  it("changes the keys when nobody knows any more what was given", async () => {
    const { patient, doctor, services } = await newWorld();
    await share(patient, doctor);
    services.grants.stored.length = 0;
    await share(patient, doctor);
    expect((await services.chain.chartOf(patient.address))?.epoch).toBe(1);
  });

  it("changes what somebody has", async () => {
    const { patient, doctor } = await newWorld();
    await publish(patient, labResult("one"), labResult("a scan", { category: "imaging" }));
    await share(patient, doctor);
    await share(patient, doctor, { read: ["imaging"] });
    expect(await seenBy(doctor, patient.address)).toEqual(["About a scan"]);
  });

  it("refuses somebody who has no published key before anything is signed", async () => {
    const { patient, services } = await newWorld();
    const stranger = person("stranger", services);
    await expect(share(patient, stranger)).rejects.toMatchObject({ name: "GranteeHasNoKey" });
    expect(await services.chain.grantsOf(patient.address)).toEqual([]);
  });

  it("refuses oneself, and a chart that is not open", async () => {
    const { patient, doctor } = await newWorld();
    await expect(share(patient, patient)).rejects.toMatchObject({ name: "OwnChart" });
    await expect(share(doctor, patient)).rejects.toMatchObject({ name: "NoChart" });
  });

  it("signs nothing about somebody who was born on no day", async () => {
    const { patient, doctor, services } = await newWorld();
    const sharing = share(patient, doctor, { about: { ...about, birthDate: "1980-02-30" } });
    await expect(sharing).rejects.toMatchObject({ name: "UnknownFormat" });
    expect(await services.chain.grantsOf(patient.address)).toEqual([]);
  });

  it("hands out no key when the patient does not sign", async () => {
    const { patient, doctor, services } = await newWorld();
    services.chain.meanwhile = () => Promise.reject(new Error("The wallet said no."));
    await expect(share(patient, doctor)).rejects.toThrow("The wallet said no.");
    expect(services.grants.stored).toEqual([]);
  });

  it("is repaired by sharing again when the gateway fails in between", async () => {
    const { patient, doctor, services } = await newWorld();
    await publish(patient, labResult("one"));
    services.grants.isLosing = true;
    await expect(share(patient, doctor)).rejects.toThrow("The gateway cannot be reached.");
    await expect(seenBy(doctor, patient.address)).rejects.toMatchObject({ name: "GrantNotFound" });
    services.grants.isLosing = false;
    await share(patient, doctor);
    expect(await seenBy(doctor, patient.address)).toEqual(["About one"]);
  });

  it("ends by itself", async () => {
    const { patient, doctor, services } = await newWorld();
    await share(patient, doctor);
    services.chain.now += 31 * 86_400;
    await expect(seenBy(doctor, patient.address)).rejects.toMatchObject({ name: "NotGranted" });
  });
});

describe("openSharedAccess", () => {
  it("refuses an old grant that a gateway serves for a new one", async () => {
    const { patient, doctor, services } = await newWorld();
    await share(patient, doctor, { read: ["labs", "mental-health"] });
    const old = services.grants.stored[0]!;
    await share(patient, doctor, { read: ["labs"] });
    services.grants.delivered = () => [old];
    await expect(seenBy(doctor, patient.address)).rejects.toMatchObject({ name: "GrantDoesNotMatch" });
  });

  it("refuses an earlier epoch's grant under a later one's number", async () => {
    const { patient, doctor, services } = await newWorld();
    await share(patient, doctor);
    const old = services.grants.stored[0]!;
    await rotateKeys({ holder: patient });
    services.grants.delivered = () => [{ ...old, epoch: 1 }];
    await expect(seenBy(doctor, patient.address)).rejects.toMatchObject({ name: "WrongChartOrKey" });
  });

  it("refuses somebody else's grant", async () => {
    const { patient, doctor, clinician, services } = await newWorld();
    await share(patient, await clinician("other"));
    const theirs = services.grants.stored[0]!;
    await share(patient, doctor);
    services.grants.delivered = () => [theirs];
    await expect(seenBy(doctor, patient.address)).rejects.toMatchObject({ name: "WrongChartOrKey" });
  });

  it("finds the right one among damaged ones, and gives up on very many", async () => {
    const { patient, doctor, services } = await newWorld();
    await share(patient, doctor);
    const damaged = { epoch: 0, grant: services.grants.stored[0]!.grant.with(5000, 0).with(4500, 0) };
    services.grants.delivered = (all) => [damaged, damaged, ...all];
    expect(await seenBy(doctor, patient.address)).toEqual([]);
    services.grants.delivered = (all) => [...Array.from({ length: 1000 }, () => damaged), ...all];
    await expect(seenBy(doctor, patient.address)).rejects.toMatchObject({ name: "GrantDamaged" });
  });

  it("reads on with the keys it has until fresh ones arrive", async () => {
    const { patient, doctor, services } = await newWorld();
    await share(patient, doctor, { contribute: ["labs"] });
    await publish(patient, labResult("one"));
    services.grants.isLosing = true;
    const notRefreshed = await rotateKeys({ holder: patient });
    expect(notRefreshed).toMatchObject([
      { grantee: doctor.address, cause: { message: "The gateway cannot be reached." } },
    ]);
    await publish(patient, labResult("two"));
    expect(await seenBy(doctor, patient.address)).toEqual(["About one"]);

    services.grants.isLosing = false;
    expect(await refreshGrants({ holder: patient })).toEqual([]);
    expect(await seenBy(doctor, patient.address)).toEqual(["About two", "About one"]);
  });

  it("sends fresh keys to whoever lacks them, once", async () => {
    const { patient, doctor, services } = await newWorld();
    await share(patient, doctor);
    await rotateKeys({ holder: patient });
    expect(services.grants.stored.map(({ epoch }) => epoch)).toEqual([1, 0]);
    await refreshGrants({ holder: patient });
    expect(services.grants.stored).toHaveLength(2);
  });
});
