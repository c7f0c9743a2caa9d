import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fuzzRuns } from "#test/support/fuzzing.ts";
import { type Person, labResult, newWorld, publish } from "#test/support/chartPeople.ts";
import { ZipFile } from "../../archive/ZipFile.ts";
import { RecordError } from "../../records/RecordError.ts";
import { sealArchive } from "../../sealing/archive/sealArchive.ts";
import { ChartError } from "../ChartError.ts";
import type { RecordStatus } from "../ChartServices.ts";
import type { NewRecord } from "../NewRecord.ts";
import { chartBundle } from "../chartBundle.ts";
import { eraseRecord } from "../eraseRecord.ts";
import { exportChart } from "../exportChart.ts";
import { listRecords } from "../listRecords.ts";
import { openOwnAccess } from "../openOwnAccess.ts";
import { writeChartFiles } from "../writeChartFiles.ts";
import { readBackOf } from "./readBackOf.ts";

const secret = "correct horse é ﬁ battery";
const now = "2027-01-15T08:00:00Z";
const encoder = new TextEncoder();

const goal = { fullUrl: "urn:uuid:1", resource: { resourceType: "Goal", id: "walk" } };
const iron = { resource: { resourceType: "Observation", id: "iron", valueQuantity: { value: 7 } } };
const signed = '{"resourceType":"Bundle","type":"document","entry":[{"resource":{"resourceType":"Composition"}}]}';

function fhir(title: string, content: string, more: Partial<NewRecord> = {}): NewRecord {
  return labResult(title, { mediaType: "application/fhir+json", title, content: new Blob([content]), ...more });
}

const collection = (...entry: object[]) => JSON.stringify({ resourceType: "Bundle", type: "collection", entry });

/** The same goal in two records of different kinds, a letter to the byte, and a signed document. */
async function chart() {
  const world = await newWorld();
  await publish(
    world.patient,
    fhir("Goals", collection(goal, iron).replace(":7", ":7.10"), { category: "mental-health" }),
    fhir("Goals again", collection(goal), { category: "summary", resources: ["Goal"] }),
    fhir("A discharge", signed, { category: "encounters" }),
    labResult("a letter"),
  );
  return world;
}

async function exportedBy(holder: Person) {
  return exportChart({ holder, access: await openOwnAccess({ holder }) });
}

async function filesOf(holder: Person): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const write = async (path: string, content: Uint8Array) => void files.set(path, content);
  const about = { subject: holder.address, exportedAt: 1_800_000_000 };
  await writeChartFiles({ about, exported: await exportedBy(holder), onRecord() {}, write });
  return files;
}

function zipOf(files: Iterable<[string, Uint8Array]>): Blob {
  const zip = new ZipFile();
  for (const [path, content] of files) zip.add(path, content);
  return zip.end();
}

async function archiveOf(content: Blob): Promise<Blob> {
  return new Response(await sealArchive({ content: content.stream(), passphrase: secret })).blob();
}

async function bundleOf(holder: Person): Promise<string> {
  const { bundle } = await chartBundle({ exported: await exportedBy(holder), exportedAt: now, onRecord() {} });
  return bundle.text();
}

const readBack = (content: Blob | string, typed = secret) =>
  readBackOf({ content: new Blob([content]), passphrase: async () => typed, now });

async function told(content: Blob | string) {
  const { records, left } = (await readBack(content))!;
  const contents = records.map(async (one) => Object.assign({}, one, { content: await one.content.text() }));
  return { records: (await Promise.all(contents)).toSorted((a, b) => (a.title < b.title ? -1 : 1)), left };
}

const brought = [
  { category: "encounters", mediaType: "application/fhir+json", title: "A discharge", content: signed },
  { category: "labs", mediaType: "text/plain", title: "About a letter", content: "a letter" },
  { category: "mental-health", title: "Goals", content: collection(goal, iron).replace(":7", ":7.10") },
  { category: "summary", title: "Goals again", content: collection(goal), resources: ["Goal"] },
];

/** The first record in the chart's list comes back with another status. */
function markFirst({ services }: Person, status: RecordStatus): void {
  const recordsOf = services.chain.recordsOf.bind(services.chain);
  services.chain.recordsOf = async (subject) =>
    (await recordsOf(subject)).map((record, at) => (at === 0 ? Object.assign({}, record, { status }) : record));
}

describe("an export that is read back", () => {
  it("gives every record its content, kind, title, type and time, from an archive, its ZIP file, and a Bundle", async () => {
    const { patient } = await chart();
    const zip = zipOf(await filesOf(patient));
    for (const file of [zip, await archiveOf(zip), await bundleOf(patient)]) {
      const { records, left } = await told(file);
      expect(records).toMatchObject(brought);
      expect(new Set(records.map(({ issued }) => issued))).toEqual(new Set(["2026-11-21T09:30:00Z"]));
      expect(left).toEqual([]);
    }
  });

  it.for(["superseded", "entered-in-error"] as const)("leaves behind what was %s, and says so", async (status) => {
    const { patient } = await chart();
    markFirst(patient, status);
    for (const file of [zipOf(await filesOf(patient)), await bundleOf(patient)]) {
      const { records, left } = await told(file);
      expect(records).toHaveLength(3);
      expect(left).toEqual([{ title: expect.any(String), why: status }]);
      expect(records.map(({ title }) => title)).not.toContain(left[0]!.title);
    }
  });

  it("brings what is disputed, since it is in force, and says that nobody will see the dispute", async () => {
    const { patient } = await chart();
    const [first] = await patient.services.chain.recordsOf(patient.address);
    const { records: listed } = await listRecords({
      holder: patient,
      access: await openOwnAccess({ holder: patient }),
    });
    const { title } = listed.find(({ capsuleHash }) => capsuleHash === first!.capsuleHash)!.entry;
    markFirst(patient, "disputed");
    for (const file of [zipOf(await filesOf(patient)), await bundleOf(patient)]) {
      const { records, disputed } = (await readBack(file))!;
      expect([records.length, disputed]).toEqual([4, [title]]);
    }
  });

  it("says what was missing from it when it was made", async () => {
    const { patient } = await newWorld();
    const [erased] = await publish(patient, labResult("erased"), labResult("kept"));
    await eraseRecord({ holder: patient, capsuleHash: erased! });
    for (const file of [zipOf(await filesOf(patient)), await bundleOf(patient)]) {
      const { records, left } = await told(file);
      expect([records.length, left]).toEqual([1, [{ title: undefined, why: "missing" }]]);
    }
  });

  it("leaves behind what is of a kind that is not known here, rather than under another", async () => {
    const { patient } = await chart();
    const files = await filesOf(patient);
    const index = new TextDecoder().decode(files.get("index.json")).replace('"mental-health"', '"category 99"');
    files.set("index.json", encoder.encode(index));
    const bundle = (await bundleOf(patient)).replaceAll('"valueCode":"mental-health"', '"valueCode":"category 99"');
    for (const file of [zipOf(files), bundle]) {
      expect((await told(file)).left).toEqual([{ title: "Goals", why: "unknown-kind" }]);
    }
  });

  it("brings as any history what an archive of before, or somebody since, says of no record", async () => {
    const { patient } = await chart();
    const files = await filesOf(patient);
    const index = JSON.parse(new TextDecoder().decode(files.get("index.json")));
    for (const record of index.records) delete record.entries;
    files.set("index.json", encoder.encode(JSON.stringify(index)));
    const { records } = await told(zipOf(files));
    expect(records.flatMap(({ resources }) => resources)).toEqual(expect.arrayContaining(["Goal", "Observation"]));
    expect(records).toMatchObject([{ title: "A discharge" }, { title: "About a letter" }, {}, {}]);

    const more = `,${JSON.stringify({ resource: { resourceType: "Immunization", id: "new" } })}\n]}`;
    const bundle = await told((await bundleOf(patient)).replace(/\n\]\}\n$/, more));
    expect(bundle.records).toHaveLength(5);
    expect(bundle.records).toContainEqual(expect.objectContaining({ category: "immunizations" }));
  });
});

describe("refused whole", () => {
  it("is an archive under another passphrase, cut, changed, or with no chart in it", async () => {
    const { patient } = await chart();
    const archive = await archiveOf(zipOf(await filesOf(patient)));
    await expect(readBack(archive, "somebody else's guess")).rejects.toMatchObject({ name: "ArchiveDoesNotOpen" });
    await expect(readBack(archive.slice(0, -1))).rejects.toMatchObject({ name: /^Archive/ });
    const bytes = await archive.bytes();
    bytes[bytes.length - 20]! ^= 1;
    await expect(readBack(new Blob([bytes]))).rejects.toMatchObject({ name: /^Archive/ });
    const other = await archiveOf(zipOf([["letter.txt", encoder.encode("dear")]]));
    await expect(readBack(other)).rejects.toMatchObject({ name: "NotAChart" });
  });

  it("is a ZIP file with a changed or missing file", async () => {
    const { patient } = await chart();
    const files = await filesOf(patient);
    const letter = [...files.keys()].find((path) => path.endsWith(".txt"))!;
    const zip = await zipOf(files).bytes();
    zip[new TextDecoder("latin1").decode(zip).indexOf("a letter")]! ^= 1;
    await expect(readBack(new Blob([zip]))).rejects.toMatchObject({ name: "ExportDamaged" });
    files.delete(letter);
    await expect(readBack(zipOf(files))).rejects.toMatchObject({ name: "ExportDamaged" });
    files.delete("bundle.json");
    await expect(readBack(zipOf(files))).rejects.toMatchObject({ name: "ExportDamaged" });
  });

  it("is a Bundle that is cut, or whose papers or words about records were changed", async () => {
    const { patient } = await chart();
    const bundle = await bundleOf(patient);
    await expect(readBack(bundle.slice(0, -9))).rejects.toMatchObject({ name: "NotJson" });
    for (const changed of [
      bundle.replace(btoa("a letter"), btoa("a better")),
      bundle.replace(`"data":"${btoa("a letter")}"`, '"data":"*"'),
      bundle.replace('"valueInstant":"2026-11-21', '"valueInstant":"2026-02-30'),
      bundle.replace('"valuePositiveInt":1', '"valuePositiveInt":"one"'),
    ]) {
      expect(changed).not.toBe(bundle);
      await expect(readBack(changed)).rejects.toMatchObject({ name: "ExportDamaged" });
    }
  });

  it("is nothing that is none: other ZIP files, other Bundles, papers", async () => {
    const zip = zipOf([["index.json", encoder.encode('{"records":[]}')]]);
    for (const other of [zip, zip.slice(0, -3), collection(goal), "a letter", ""]) {
      expect(await readBack(other)).toBeUndefined();
    }
  });

  it("is by name whatever a stranger changes, and nothing else happens", async () => {
    const { patient } = await chart();
    const files = await filesOf(patient);
    const [index, bundle] = [new TextDecoder().decode(files.get("index.json")), await bundleOf(patient)];
    const word = fc.constantFrom("null", "-1", "1e99", '""', "[]", "{}", '"issued"', '"bundle.json"', "0.5", "");
    const place = fc.double({ min: 0, max: 1, noNaN: true });
    const property = fc.asyncProperty(word, place, fc.boolean(), async (put, at, isZip) => {
      const whole = isZip ? index : bundle;
      const values = [...whole.matchAll(/"[^"]*"|\d+|true/g)];
      const value = values[Math.floor(at * (values.length - 1))]!;
      const changed = whole.slice(0, value.index) + put + whole.slice(value.index + value[0].length);
      const file = isZip ? zipOf(new Map(files).set("index.json", encoder.encode(changed))) : changed;
      const result = await readBack(file).catch((refusal: Error) => refusal);
      const isUnnamed = result instanceof Error && !(result instanceof ChartError || result instanceof RecordError);
      expect(isUnnamed && result).toBe(false);
    });
    await fc.assert(property, { numRuns: fuzzRuns(100) });
  });
});
