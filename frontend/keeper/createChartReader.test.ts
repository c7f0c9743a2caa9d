import { describe, expect, test } from "vitest";
import { type Person, labResult, newWorld, publish, share } from "#test/support/chartPeople.ts";
import { createChartReader, mostBytesLookedThrough } from "./createChartReader.ts";

const report = JSON.stringify({
  resourceType: "Bundle",
  type: "collection",
  entry: [
    { resource: { resourceType: "Patient", name: [{ text: "Ada Marlow" }] } },
    {
      resource: {
        resourceType: "Observation",
        status: "final",
        code: { text: "Potassium" },
        effectiveDateTime: "2026-01-01",
        valueQuantity: { value: 6, unit: "mmol/L" },
        interpretation: [{ coding: [{ code: "H" }] }],
      },
    },
  ],
});
const content = (parts: BlobPart[]) => ({ content: new Blob(parts) });

/** Publishes one record, and asks for its results. */
async function resultsOf(patient: Person, parts: BlobPart[], reader: Person = patient) {
  const [capsuleHash] = await publish(patient, labResult("a report", content(parts)));
  const { resultsIn } = createChartReader(() => reader, { visit: async () => undefined });
  return () => resultsIn({ subject: patient.address, capsuleHash: capsuleHash! });
}

describe("the results in a record", () => {
  test("come without the rest of it, from one's own chart and from a shared one", async () => {
    const { patient, doctor } = await newWorld();
    await share(patient, doctor);
    for (const reader of [patient, doctor]) {
      const answer = await (await resultsOf(patient, [report], reader))();
      expect(answer).toMatchObject({ results: [{ name: "Potassium", standing: { word: "High" } }] });
      expect(JSON.stringify(answer)).not.toContain("Ada Marlow");
    }
  });

  test("of what is gone, damaged or too large are refused by name, and nothing else is", async () => {
    const { patient, services } = await newWorld();
    const large = await resultsOf(patient, [report, new Uint8Array(mostBytesLookedThrough).fill(32)]);
    expect(await large()).toEqual({ refusal: "RecordTooLarge" });
    const ask = await resultsOf(patient, [report]);
    services.blobs.delivered = () => new Uint8Array(5_000);
    expect(await ask()).toEqual({ refusal: "BodyNotItsCid" });
    services.blobs.bodies.clear();
    expect(await ask()).toEqual({ refusal: "RecordGone" });
    services.blobs.get = () => Promise.reject(new Error("The storage cannot be reached."));
    await expect(ask()).rejects.toThrow("The storage cannot be reached.");
  });
});
