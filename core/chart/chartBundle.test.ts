import { describe, expect, it } from "vitest";
import { sampleResources } from "#test/support/sampleResources.ts";
import { type Person, labResult, newWorld, publish } from "#test/support/chartPeople.ts";
import type { BundleEntry } from "../records/BundleEntry.ts";
import { entriesOf } from "../records/entriesOf.ts";
import { splitHistory } from "../records/splitHistory.ts";
import { chartBundle } from "./chartBundle.ts";
import { eraseRecord } from "./eraseRecord.ts";
import { exportChart } from "./exportChart.ts";
import { openOwnAccess } from "./openOwnAccess.ts";

const exportedAt = "2026-11-21T12:00:00Z";

async function bundleOf(holder: Person) {
  const access = await openOwnAccess({ holder });
  const counted: number[] = [];
  const exported = exportChart({ holder, access });
  const { bundle, ...rest } = await chartBundle({ exported, exportedAt, onRecord: (count) => counted.push(count) });
  const text = await bundle.text();
  return { text, counted, entries: entriesOf(JSON.parse(text)), ...rest };
}

function documentsIn(entries: readonly BundleEntry[]) {
  return entries
    .map(({ resource }) => resource as { resourceType: string; status: string; content: { attachment: Attachment }[] })
    .filter(({ resourceType }) => resourceType === "DocumentReference")
    .map(({ status, content }) => Object.assign({ status }, content[0]!.attachment));
}

type Attachment = { contentType: string; data: string; size: number; title: string };

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

/** A history as the records that somebody would add. */
async function publishHistory(holder: Person, history: object): Promise<void> {
  const records = splitHistory({ history }).map((record) =>
    Object.assign(record, { content: new Blob([record.content]) }),
  );
  await publish(holder, ...records);
}

describe("a chart as one Bundle", () => {
  it("holds each resource of a history as it was, in one file that is FHIR", async () => {
    const { patient } = await newWorld();
    const { entries: history } = sampleResources()[0]!;
    await publishHistory(patient, { resourceType: "Bundle", type: "collection", entry: history });
    const { entries, text, counted, lost } = await bundleOf(patient);
    expect(text).toContain(`{"resourceType":"Bundle","type":"collection","timestamp":"${exportedAt}","entry":[`);
    const byName = (list: readonly BundleEntry[]) => new Map(list.map((entry) => [entry.fullUrl, entry]));
    expect(byName(entries)).toEqual(byName(history));
    expect(counted).toEqual(Array.from({ length: counted.length }, (_, at) => at + 1));
    expect(lost).toEqual([]);
  });

  it("holds documents to the byte, whatever is in them, under the same name each time", async () => {
    const { patient } = await newWorld();
    const bytes = Uint8Array.from({ length: 100_000 }, (_, at) => at % 251);
    const resource = { resourceType: "Patient", id: "ada" };
    await publishHistory(patient, { resourceType: "Bundle", type: "collection", entry: [{ resource }] });
    const title = 'Knee "data":"" left';
    const content = new Blob([bytes]);
    await publish(patient, labResult("scan", { category: "imaging", mediaType: "application/dicom", title, content }));
    const { entries } = await bundleOf(patient);
    const [document, ...others] = documentsIn(entries);
    expect(others).toEqual([]);
    expect(document).toMatchObject({ contentType: "application/dicom", size: 100_000, title, status: "current" });
    expect(bytesOf(document!.data)).toEqual(bytes);
    const entry = entries.find((one) => one.resource.resourceType === "DocumentReference")!;
    expect(entry.resource["subject"]).toEqual({ reference: "Patient/ada" });
    expect(entry.fullUrl).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect((await bundleOf(patient)).entries).toEqual(entries);
  });

  it("keeps what was taken back apart from what holds, and what was signed whole", async () => {
    const { patient, services } = await newWorld();
    const entry = [{ resource: { resourceType: "Composition", id: "letter" } }];
    const signed = JSON.stringify({ resourceType: "Bundle", type: "document", entry });
    await publishHistory(patient, JSON.parse(signed));
    await publishHistory(patient, {
      resourceType: "Bundle",
      type: "collection",
      entry: [{ resource: { resourceType: "Goal" } }],
    });
    const recordsOf = services.chain.recordsOf.bind(services.chain);
    services.chain.recordsOf = async (subject) => {
      const [first, ...others] = await recordsOf(subject);
      return [first!, ...others.map((record) => Object.assign({}, record, { status: "entered-in-error" as const }))];
    };
    const { entries } = await bundleOf(patient);
    const documents = documentsIn(entries);
    expect(entries).toHaveLength(2);
    expect(documents.map(({ status }) => status).toSorted()).toEqual(["current", "entered-in-error"]);
    const whole = documents.find(({ status }) => status === "current")!;
    expect(new TextDecoder().decode(bytesOf(whole.data))).toBe(signed);
  });

  it("names what cannot be had, in the Bundle too", async () => {
    const { patient, services } = await newWorld();
    const [erased] = await publish(patient, labResult("erased"));
    await publish(patient, labResult("gone"));
    await eraseRecord({ holder: patient, capsuleHash: erased! });
    services.blobs.bodies.clear();
    const { entries, lost, records } = await bundleOf(patient);
    expect([records, lost.map(({ refusal }) => refusal)]).toEqual([0, ["RecordGone", "Missing"]]);
    const issues = entries[0]!.resource["issue"] as { diagnostics: string }[];
    expect(issues.map(({ diagnostics }) => diagnostics)).toEqual([
      "About gone, 2026-11-21T09:30:00Z: RecordGone",
      expect.stringMatching(/^A record that was added on \d{4}-\d\d-\d\d: Missing$/),
    ]);
  });

  it("is an empty Bundle of an empty chart", async () => {
    const { patient } = await newWorld();
    expect((await bundleOf(patient)).entries).toEqual([]);
  });
});
