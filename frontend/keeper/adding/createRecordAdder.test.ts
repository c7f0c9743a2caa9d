import { describe, expect, test } from "vitest";
import { openOwnAccess } from "#core/chart/openOwnAccess.ts";
import { listRecords } from "#core/chart/listRecords.ts";
import { type Person, newWorld, share } from "#test/support/chartPeople.ts";
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
    const planned = await Promise.all([
      adder.planRecords(file(bundle, "portal.json")),
      adder.planRecords(file("%PDF-1.7", "X-ray_report.pdf")),
    ]);
    const records = planned.flat();
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
    const records = await adder.planRecords(file(new Uint8Array(5_000_000), "scan.bin"));
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
    const [record] = await adder.planRecords(file("words", "notes.txt"));
    const adding = adder.addRecords({ subject, records: [{ ...record!, category: "genomics" }] }, () => {});
    await expect(adding).rejects.toMatchObject({ name: "CategoryNotGranted" });
  });

  test("refuses what is damaged, empty or too large before anything is sent", async () => {
    const { patient } = await newWorld();
    const adder = createRecordAdder(() => patient);
    await expect(adder.planRecords(file(bundle.slice(0, -4), "cut.json"))).rejects.toMatchObject({ name: "NotJson" });
    await expect(adder.planRecords(file("", "empty.pdf"))).rejects.toMatchObject({ name: "EmptyFile" });
    const large = Object.defineProperty(file("x", "large.dcm"), "size", { value: largestFile + 1 });
    await expect(adder.planRecords(large)).rejects.toMatchObject({ name: "FileTooLarge" });
  });
});
