import { stringToBytes } from "viem";
import { describe, expect, test } from "vitest";
import { atAGlance } from "./atAGlance.ts";
import { glanceText } from "./glanceText.ts";
import { itemsOf } from "./itemsOf.ts";

const reader = { locale: "en", timeZone: "UTC" };
const concept = (text: string) => ({ text });
const coded = (code: string) => ({ coding: [{ code }] });

const condition = (name: string, status: string, recordedDate: string, others: object = {}) => ({
  resourceType: "Condition",
  code: concept(name),
  clinicalStatus: coded(status),
  recordedDate,
  ...others,
});
const medicine = (name: string, status: string, authoredOn: string, others: object = {}) => ({
  resourceType: "MedicationRequest",
  medicationCodeableConcept: concept(name),
  status,
  authoredOn,
  ...others,
});
const text = (resources: object[]) =>
  glanceText(
    stringToBytes(
      JSON.stringify({
        resourceType: "Bundle",
        type: "collection",
        entry: resources.map((resource) => ({ resource })),
      }),
    ),
  );

let count = 0;
/** What is told of records, each with these resources. */
function glanceOf(...records: object[][]) {
  const items = records.flatMap((resources) => {
    const found = text(resources);
    const record = { capsuleHash: `0x${count++}`, entry: { issued: "2026-01-01T00:00:00Z" } } as const;
    return found === undefined ? [] : itemsOf({ text: found, record, reader });
  });
  return atAGlance(items);
}
const names = (items: readonly { name: string }[]) => items.map(({ name }) => name);

describe("a chart at a glance", () => {
  test("tells each thing once, by the newest word about it", () => {
    const { problems } = glanceOf(
      [condition("Asthma", "active", "2020-05-01"), condition("Migraine", "active", "2021-02-01")],
      [condition("asthma", "active", "2025-03-01", { severity: concept("Mild") })],
    );
    expect(names(problems)).toEqual(["asthma", "Migraine"]);
    expect(problems[0]!.facts).toEqual([{ label: "Severity", value: "Mild" }]);
  });

  test("leaves out what is over, and what was begun anew it tells again", () => {
    const over = [condition("Pneumonia", "active", "2020-01-01")];
    expect(names(glanceOf(over, [condition("Pneumonia", "resolved", "2020-03-01")]).problems)).toEqual([]);
    const again = [condition("Pneumonia", "active", "2024-01-01")];
    const { problems } = glanceOf(over, [condition("Pneumonia", "resolved", "2020-03-01")], again);
    expect(names(problems)).toEqual(["Pneumonia"]);
    expect(
      names(glanceOf([condition("Fracture", "active", "2020-01-01", { abatementDateTime: "2020-04-01" })]).problems),
    ).toEqual([]);
  });

  test("does not believe what its author took back, and goes on with what was said before", () => {
    const mistaken = { verificationStatus: coded("entered-in-error") };
    const { problems } = glanceOf(
      [condition("Asthma", "active", "2020-01-01")],
      [condition("Asthma", "resolved", "2026-01-01", mistaken), condition("Gout", "active", "2026-01-01", mistaken)],
    );
    expect(names(problems)).toEqual(["Asthma"]);
  });

  test.each(["completed", "stopped", "cancelled", "on-hold", "draft"])("tells of no medicine that is %s", (status) => {
    const { medicines } = glanceOf(
      [medicine("Metformin", "active", "2024-01-01")],
      [medicine("Metformin", status, "2025-01-01")],
    );
    expect(medicines).toEqual([]);
  });

  test("tells how a medicine is taken, by the name that another resource of the record has", () => {
    const { medicines } = glanceOf([
      {
        resourceType: "MedicationStatement",
        status: "active",
        medicationReference: { reference: "Medication/1" },
        dosage: [{ text: "One tablet in the evening" }],
      },
      { resourceType: "Medication", id: "1", code: concept("Atorvastatin 20 mg") },
    ]);
    expect(names(medicines)).toEqual(["Atorvastatin 20 mg"]);
    expect(medicines[0]!.facts.map(({ value }) => value)).toEqual(["One tablet in the evening"]);
  });

  test("says that a medicine is not to be taken by not listing it", () => {
    expect(glanceOf([medicine("Ibuprofen", "active", "2024-01-01", { doNotPerform: true })]).medicines).toEqual([]);
  });

  test("tells allergies with their reaction and how grave they are, and refuted ones not", () => {
    const allergy = (name: string, verification: string) => ({
      resourceType: "AllergyIntolerance",
      code: concept(name),
      criticality: "high",
      verificationStatus: coded(verification),
      reaction: [{ manifestation: [concept("Hives")], severity: "severe" }],
    });
    const { allergies } = glanceOf([allergy("Penicillin", "confirmed"), allergy("Latex", "refuted")]);
    expect(names(allergies)).toEqual(["Penicillin"]);
    expect(allergies[0]!.marks).toEqual(["A reaction can be dangerous"]);
    expect(allergies[0]!.facts.map(({ value }) => value)).toEqual(["Hives (severe)"]);
  });

  test("keeps a vaccination for ever, with its newest day, and one that was not given out", () => {
    const vaccination = (name: string, day: string, status = "completed") => ({
      resourceType: "Immunization",
      status,
      vaccineCode: concept(name),
      occurrenceDateTime: day,
    });
    const { vaccinations } = glanceOf(
      [vaccination("Tetanus", "1999-05-01"), vaccination("Influenza", "2024-10-01")],
      [vaccination("Influenza", "2025-10-01"), vaccination("Mumps", "2025-10-01", "not-done")],
    );
    expect(names(vaccinations)).toEqual(["Influenza", "Tetanus"]);
    expect(vaccinations[0]!.facts[0]!.value).toContain("2025");
  });
});

describe("the FHIR of a record that a summary tells of", () => {
  test("is nothing where there is none, or no FHIR at all", () => {
    expect(text([{ resourceType: "Observation" }, { resourceType: "Patient" }])).toBeUndefined();
    expect(glanceText(stringToBytes("no FHIR"))).toBeUndefined();
    expect(glanceText(new Uint8Array())).toBeUndefined();
  });

  test("has nothing else of the record, and its numbers as they were written", () => {
    const found = text([
      { resourceType: "Patient", name: [{ text: "Ada Marlow" }] },
      { resourceType: "Condition", code: concept("Asthma") },
    ])!;
    expect(found).not.toContain("Ada Marlow");
    const dose = `{"resourceType":"MedicationRequest","dosageInstruction":[{"doseAndRate":[{"doseQuantity":{"value":1.10}}]}]}`;
    expect(glanceText(stringToBytes(dose))).toContain("1.10");
  });
});
