import { describe, expect, test } from "vitest";
import { openOwnAccess } from "#core/chart/openOwnAccess.ts";
import { listRecords } from "#core/chart/listRecords.ts";
import { type Person, labResult, newWorld, publish, share } from "#test/support/chartPeople.ts";
import { createChartTaker } from "../taking/createChartTaker.ts";
import { createRecordAdder, largestFile } from "./createRecordAdder.ts";

const bundle = JSON.stringify({
  resourceType: "Bundle",
  type: "collection",
  entry: [
    { resource: { resourceType: "Immunization", id: "b", status: "completed" } },
    { resource: { resourceType: "AllergyIntolerance", id: "a" } },
  ],
});
const file = (content: BlobPart, name: string) => new File([content], name);
const titles = async (holder: Person) =>
  (await listRecords({ holder, access: await openOwnAccess({ holder }) })).records.map(({ entry }) => entry.title);

describe("adding records", () => {
  test("shows first what becomes which record, then adds them all, and tells how far it is", async () => {
    const { patient } = await newWorld();
    const adder = createRecordAdder(() => patient);
    const into = { subject: patient.address };
    const planned = await Promise.all([
      adder.planRecords(file(bundle, "portal.json"), into),
      adder.planRecords(file("%PDF-1.7", "X-ray_report.pdf"), into),
    ]);
    const records = planned.flatMap((one) => one.records);
    expect(records.map(({ category }) => category)).toEqual(["immunizations", "summary", "imaging"]);
    expect(await titles(patient)).toEqual([]);
    const told: number[] = [];
    await adder.addRecords({ subject: patient.address, records }, ({ done, total }) => told.push(done / total));
    expect(told.at(-1)).toBe(1);
    expect(await titles(patient)).toHaveLength(3);
  });

  test("adds nothing once it is cancelled, and can be begun again", async () => {
    const { patient } = await newWorld();
    const adder = createRecordAdder(() => patient);
    const into = { subject: patient.address };
    const { records } = await adder.planRecords(file(new Uint8Array(5_000_000), "scan.bin"), into);
    const adding = adder.addRecords({ subject: patient.address, records }, () => void adder.cancelAdding());
    await expect(adding).rejects.toMatchObject({ name: "AddingCancelled" });
    expect(await titles(patient)).toEqual([]);
    await adder.addRecords({ subject: patient.address, records }, () => {});
    expect(await titles(patient)).toHaveLength(1);
  });

  test("names the kinds that may be added: all to one's own chart, those that were granted to another's", async () => {
    const { patient, doctor } = await newWorld();
    await share(patient, doctor, { read: ["labs"], contribute: ["labs", "imaging"] });
    const { address: subject } = patient;
    expect(await createRecordAdder(() => patient).writableCategories(subject)).toHaveLength(11);
    expect(await createRecordAdder(() => doctor).writableCategories(subject)).toEqual(["labs", "imaging"]);
    const adder = createRecordAdder(() => doctor);
    const { records } = await adder.planRecords(file("words", "notes.txt"), { subject });
    const adding = adder.addRecords({ subject, records: [{ ...records[0]!, category: "genomics" }] }, () => {});
    await expect(adding).rejects.toMatchObject({ name: "CategoryNotGranted" });
  });

  test("refuses what is damaged, empty or too large before anything is sent", async () => {
    const { patient } = await newWorld();
    const adder = createRecordAdder(() => patient);
    const plan = (one: File) => adder.planRecords(one, { subject: patient.address });
    await expect(plan(file(bundle.slice(0, -4), "cut.json"))).rejects.toMatchObject({ name: "NotJson" });
    await expect(plan(file("", "empty.pdf"))).rejects.toMatchObject({ name: "EmptyFile" });
    const large = Object.defineProperty(file("x", "large.dcm"), "size", { value: largestFile + 1 });
    await expect(plan(large)).rejects.toMatchObject({ name: "FileTooLarge" });
  });

  test("reads a chart that was taken along back into one's own, once, and asks an archive's passphrase", async () => {
    const before = (await newWorld()).patient;
    await publish(before, labResult("a letter"), labResult("another letter"));
    const wish = { form: "archive", passphrase: "correct horse é ﬁ battery" } as const;
    const taken = await createChartTaker(() => before).takeEverything(wish, () => {});
    const archive = file(taken.file, "old.ownchart");
    const { patient, doctor } = await newWorld();
    const adder = createRecordAdder(() => patient);
    const { passphrase } = wish;
    const into = { subject: patient.address };
    await expect(adder.planRecords(archive, into)).rejects.toMatchObject({ name: "ArchiveLocked" });
    const wrong = adder.planRecords(archive, { ...into, passphrase: "somebody else's guess" });
    await expect(wrong).rejects.toMatchObject({ name: "ArchiveDoesNotOpen" });
    const planned = await adder.planRecords(archive, { ...into, passphrase });
    expect(planned.export).toEqual({ areThere: [false, false], left: [], disputed: [] });
    const records = planned.records.slice(0, 1);
    await adder.addRecords({ ...into, records }, () => {});
    const again = await adder.planRecords(archive, { ...into, passphrase });
    expect(again.export?.areThere).toEqual([true, false]);

    await share(patient, doctor, { read: ["labs"], contribute: ["encounters"] });
    const asPaper = await createRecordAdder(() => doctor).planRecords(archive, into);
    expect([asPaper.export, asPaper.records.length]).toEqual([undefined, 1]);
  });
});
