import fc from "fast-check";
import { expect, test } from "vitest";
import type { Resource } from "#core/records/BundleEntry.ts";
import { entriesOf } from "#core/records/entriesOf.ts";
import { recordsOfFile } from "#core/records/recordsOfFile.ts";
import { splitHistory } from "#core/records/splitHistory.ts";
import { fuzzRuns } from "#test/support/fuzzing.ts";
import { fileOfResource } from "./fileOfResource.ts";
import type { Written } from "./Written.ts";
import { type Severity, writeAllergy } from "./writeAllergy.ts";
import { writeIllness } from "./writeIllness.ts";
import { type TypedMeasurement, writeMeasurement } from "./writeMeasurement.ts";
import { writeMedicine } from "./writeMedicine.ts";

const now = new Date("2026-11-21T22:50:30.123Z");
const numRuns = fuzzRuns(300);

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: "binary" }),
  fc.constantFrom("", "Penicillin", "Sertraline 50 mg"),
);
const day = fc.oneof(
  fc.string(),
  fc.constantFrom("", "2015", "2015-03", "2015-03-31", "2026-11-22", "1899"),
  fc.date({ noInvalidDate: true }).map((at) => at.toISOString().slice(0, 10)),
);
const number = fc.oneof(
  fc.string(),
  fc.integer({ min: -10, max: 400 }).map(String),
  fc.double({ min: 30, max: 45, noNaN: true }).map((value) => value.toFixed(1)),
);
const moment = fc.oneof(fc.string(), fc.constantFrom("2026-11-21T08:30", "2026-02-30T10:00", "2027-01-01T00:00"));
const measured = fc.constantFrom<TypedMeasurement["measured"]>(
  ...(["pressure", "pulse", "weight", "height", "temperature", "sugar", "oxygen"] as const),
);
const severity = fc.constantFrom<Severity | "">("", "mild", "moderate", "severe");

const allergies = fc.record({ substance: text, reaction: text, severity, since: day });
const medicines = fc.record({ medicine: text, dosage: text, since: day });
const illnesses = fc.record({
  name: text,
  code: fc.constantFrom("", "J45.909", "F41.1", "A53.9"),
  since: day,
  is: fc.constantFrom("over" as const, "there" as const),
  until: day,
});
const measurements = fc.record({ measured, value: number, lower: number, when: moment });

const sensitive = ["mental-health", "sexual-health", "genomics"];

test.each<[string, fc.Arbitrary<Written>, string[]]>([
  ["an allergy", allergies.map((typed) => writeAllergy(typed, now)), ["summary"]],
  ["a medicine", medicines.map((typed) => writeMedicine(typed, now)), ["medications", ...sensitive]],
  ["an illness", illnesses.map((typed) => writeIllness(typed, now)), ["summary", ...sensitive]],
  ["a measurement", measurements.map((typed) => writeMeasurement(typed, now)), ["vitals"]],
])(
  "whatever is typed of %s is refused by name, or is one record that gives it back as it was",
  async (_, typed, kinds) => {
    let [written, refused] = [0, 0];
    const property = fc.asyncProperty(typed, async ({ resource, fault }) => {
      if (resource === undefined) {
        refused += 1;
        expect(fault).toMatch(/^[A-Z]/);
        return;
      }
      written += 1;
      const [record, ...more] = await recordsIn(resource);
      expect(more).toEqual([]);
      expect(record!.mediaType).toBe("application/fhir+json");
      expect(kinds).toContain(record!.category);
      expect(Date.parse(record!.issued)).toBeLessThanOrEqual(now.getTime());
      expect(entriesOf(JSON.parse(await record!.content.text())).map((entry) => entry.resource)).toEqual([resource]);
      expect(splitHistory({ history: resource }).map(({ category }) => category)).toEqual([record!.category]);
    });
    await fc.assert(property, { numRuns });
    expect(written).toBeGreaterThan(numRuns / 100);
    expect(refused).toBeGreaterThan(numRuns / 100);
  },
);

async function recordsIn(resource: Resource) {
  const content = fileOfResource(resource, "By hand");
  return Array.fromAsync(recordsOfFile({ content, name: content.name, now: now.toISOString() }));
}
