import { describe, expect, it } from "vitest";
import { quickest } from "#test/support/quickest.ts";
import type { Resource } from "./BundleEntry.ts";
import { categories } from "./categories.ts";
import { categoryOf } from "./categoryOf.ts";
import { codesByCategory } from "./categoryTables/codesByCategory.ts";
import { icd9Ranges, icd10Ranges } from "./categoryTables/icdRanges.ts";
import { securityLabels } from "./categoryTables/securityLabels.ts";
import { sensitiveLoinc } from "./categoryTables/sensitiveLoinc.ts";
import { sensitiveAtcGroups, sensitiveMedicineWords } from "./categoryTables/sensitiveMedicines.ts";
import { sensitiveSnomed } from "./categoryTables/sensitiveSnomed.ts";
import { typesByCategory } from "./categoryTables/typesByCategory.ts";

const snomed = "http://snomed.info/sct";
const loinc = "http://loinc.org";
const icd10 = "http://hl7.org/fhir/sid/icd-10-cm";
const actCode = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

function concept(system: string, code: string, display?: string) {
  return { coding: [{ system, code, display }] };
}

function observation(members: object): Resource {
  return { resourceType: "Observation", ...members };
}

function categoryOfCondition(code: string) {
  return categoryOf({ resourceType: "Condition", category: [concept("", code)] });
}

function categoryOfReport(code: string) {
  return categoryOf({ resourceType: "DiagnosticReport", category: [concept("", code)] });
}

function categoryOfPaper(code: string) {
  return categoryOf({ resourceType: "DocumentReference", type: concept(loinc, code) });
}

function categoryOfDocument(...resources: object[]) {
  return categoryOf({ resourceType: "Bundle", type: "document", entry: resources.map((resource) => ({ resource })) });
}

function categoryOfRequest(medicationCodeableConcept: object) {
  return categoryOf({ resourceType: "MedicationRequest", medicationCodeableConcept });
}

function categoryOfLabelled(code: string, resource: Resource = { resourceType: "Patient" }) {
  return categoryOf({ ...resource, meta: { security: [{ system: actCode, code }] } });
}

describe("categoryOf, by type", () => {
  it.each([
    ["Patient", "summary"],
    ["AllergyIntolerance", "summary"],
    ["FamilyMemberHistory", "summary"],
    ["CarePlan", "summary"],
    ["Goal", "summary"],
    ["Encounter", "encounters"],
    ["Procedure", "encounters"],
    ["DocumentReference", "encounters"],
    ["DiagnosticReport", "labs"],
    ["ImagingStudy", "imaging"],
    ["MedicationStatement", "medications"],
    ["Immunization", "immunizations"],
    ["MolecularSequence", "genomics"],
    ["Claim", "administrative"],
    ["ExplanationOfBenefit", "administrative"],
    ["Organization", "administrative"],
    ["TypeOfAnotherVersion", "encounters"],
  ])("puts %s under %s", (resourceType, category) => {
    expect(categoryOf({ resourceType })).toBe(category);
  });
});

describe("categoryOf, by a resource's own codes", () => {
  it.each([
    ["vital-signs", "vitals"],
    ["laboratory", "labs"],
    ["imaging", "imaging"],
    ["social-history", "summary"],
    ["survey", "encounters"],
    ["unheard-of", "encounters"],
  ])("puts an observation of the category %s under %s", (code, category) => {
    expect(categoryOf(observation({ category: [concept("", code)] }))).toBe(category);
  });

  it("knows vital signs that nobody called so, and tests by their specimen", () => {
    expect(categoryOf(observation({ code: concept(loinc, "8867-4") }))).toBe("vitals");
    expect(categoryOf(observation({ specimen: { reference: "Specimen/1" } }))).toBe("labs");
    expect(categoryOf(observation({ code: { text: "something" } }))).toBe("encounters");
  });

  it("takes the laboratory's word before a vital sign's code", () => {
    const arterial = { category: [concept("", "laboratory")], code: concept(loinc, "2708-6") };
    expect(categoryOf(observation(arterial))).toBe("labs");
  });

  it("tells problems from diagnoses of one visit", () => {
    expect(categoryOfCondition("problem-list-item")).toBe("summary");
    expect(categoryOfCondition("encounter-diagnosis")).toBe("encounters");
    expect(categoryOf({ resourceType: "Condition" })).toBe("summary");
  });

  it("tells reports and documents apart", () => {
    expect(categoryOfReport("LAB")).toBe("labs");
    expect(categoryOfReport("RAD")).toBe("imaging");
    expect(categoryOfPaper("34133-9")).toBe("summary");
    expect(categoryOfPaper("11502-2")).toBe("labs");
    expect(categoryOfPaper("18842-5")).toBe("encounters");
  });

  it("reads members that are written bare where a list belongs, and passes over nonsense", () => {
    expect(categoryOf(observation({ category: concept("", "laboratory") }))).toBe("labs");
    expect(categoryOf(observation({ category: ["vital-signs"] }))).toBe("vitals");
    expect(categoryOf(observation({ category: [null, 7, { coding: "LAB" }, { coding: [null, { code: 1 }] }] }))).toBe(
      "encounters",
    );
  });
});

describe("categoryOf, sensitive things first", () => {
  it.each([
    [icd10, "F32.1", "mental-health"],
    [icd10, "F00", "mental-health"],
    [icd10, "F99", "mental-health"],
    [icd10, "G30.9", "summary"],
    [icd10, "B20", "sexual-health"],
    [icd10, "B24", "sexual-health"],
    [icd10, "B25.0", "summary"],
    [icd10, "Z11.3", "sexual-health"],
    [icd10, "Z11.1", "summary"],
    [icd10, "z30.9", "sexual-health"],
    [icd10, "N77", "sexual-health"],
    [icd10, "N78", "summary"],
    [icd10, "O9A.1", "sexual-health"],
    [icd10, "Z15.01", "genomics"],
    ["http://fhir.de/CodeSystem/bfarm/icd-10-gm", "F10.2", "mental-health"],
    ["urn:oid:2.16.840.1.113883.6.90", "F10.2", "mental-health"],
    ["http://hl7.org/fhir/sid/icd-10-pcs", "F07Z5ZZ", "summary"],
    ["http://hl7.org/fhir/sid/icd-9-cm", "296.2", "mental-health"],
    ["http://hl7.org/fhir/sid/icd-9-cm", "042", "sexual-health"],
    ["http://hl7.org/fhir/sid/icd-9-cm", "250.00", "summary"],
    [snomed, "35489007", "mental-health"],
    [snomed, "86406008", "sexual-health"],
    [snomed, "38341003", "summary"],
    ["http://example.org/own-codes", "F32.1", "summary"],
  ])("puts a condition %s %s under %s", (system, code, category) => {
    expect(categoryOf({ resourceType: "Condition", code: concept(system, code) })).toBe(category);
  });

  it.each([
    ["44261-6", "mental-health"],
    ["56888-1", "sexual-health"],
    ["82810-3", "sexual-health"],
    ["69548-6", "genomics"],
    ["718-7", "labs"],
  ])("puts a laboratory result %s under %s", (code, category) => {
    const result = { category: [concept("", "laboratory")], code: concept(loinc, code) };
    expect(categoryOf(observation(result))).toBe(category);
  });

  it("looks into parts, contained resources and claims", () => {
    const depression = concept(icd10, "F32.1");
    expect(categoryOf(observation({ component: [{ code: concept(loinc, "55758-7") }] }))).toBe("mental-health");
    expect(categoryOf({ resourceType: "Encounter", reasonCode: [depression] })).toBe("mental-health");
    expect(categoryOf({ resourceType: "Claim", diagnosis: [{ diagnosisCodeableConcept: depression }] })).toBe(
      "mental-health",
    );
    const contained = [{ resourceType: "Condition", code: depression }];
    expect(categoryOf({ resourceType: "CarePlan", contained })).toBe("mental-health");
  });

  it("knows medicines by their group and by their name", () => {
    expect(categoryOfRequest(concept("http://www.whocc.no/atc", "N06AB04"))).toBe("mental-health");
    expect(categoryOfRequest(concept("http://www.whocc.no/atc", "G03AA07"))).toBe("sexual-health");
    expect(categoryOfRequest(concept("http://www.whocc.no/atc", "C09AA02"))).toBe("medications");
    expect(categoryOfRequest({ text: "QUEtiapine 25 mg tablet" })).toBe("mental-health");
    expect(categoryOfRequest({ text: "Enalapril 10 mg" })).toBe("medications");
    const rxnorm = concept("http://www.nlm.nih.gov/research/umls/rxnorm", "1", "Levonorgestrel 0.15 MG Oral Tablet");
    expect(categoryOf({ resourceType: "Claim", item: [{ productOrService: rxnorm }] })).toBe("sexual-health");
    expect(categoryOf({ resourceType: "Encounter", type: [{ text: "Sertraline was spoken of" }] })).toBe("encounters");
  });

  it("knows the genetics part of a laboratory", () => {
    const section = concept("http://terminology.hl7.org/CodeSystem/v2-0074", "GE");
    expect(categoryOf({ resourceType: "DiagnosticReport", category: [section] })).toBe("genomics");
  });

  it("lets people, places and allergies stay where they are, whatever their codes", () => {
    const qualification = [{ code: concept(snomed, "75516001") }];
    expect(categoryOf({ resourceType: "Practitioner", qualification })).toBe("administrative");
    expect(
      categoryOf({ resourceType: "Patient", extension: [{ valueCodeableConcept: concept(loinc, "76690-7") }] }),
    ).toBe("summary");
    expect(categoryOf({ resourceType: "AllergyIntolerance", code: { text: "Sertraline" } })).toBe("summary");
    expect(
      categoryOf({ resourceType: "Encounter", contained: [{ resourceType: "Practitioner", qualification }] }),
    ).toBe("encounters");
  });

  it("follows a label on anything, and before any code", () => {
    expect(categoryOfLabelled("PSY")).toBe("mental-health");
    expect(categoryOfLabelled("HIV")).toBe("sexual-health");
    expect(categoryOfLabelled("GDIS")).toBe("genomics");
    expect(categoryOfLabelled("R")).toBe("summary");
    expect(categoryOfLabelled("STD", { resourceType: "Condition", code: concept(icd10, "F32.1") })).toBe(
      "sexual-health",
    );
  });

  it("does not take another system's code for a label", () => {
    const security = [{ system: "http://example.org/rooms", code: "PSY" }, "PSY", null];
    expect(categoryOf({ resourceType: "Observation", meta: { security } })).toBe("encounters");
    expect(categoryOf({ resourceType: "Observation", meta: "PSY" })).toBe("encounters");
  });

  it("puts a whole document where its most sensitive part belongs", () => {
    const composition = { resourceType: "Composition", type: concept(loinc, "34133-9") };
    expect(categoryOfDocument(composition)).toBe("summary");
    expect(categoryOfDocument(composition, { resourceType: "Condition", code: concept(icd10, "F32.1") })).toBe(
      "mental-health",
    );
    expect(categoryOfDocument()).toBe("administrative");
  });
});

describe("categoryOf, on the odd and the endless", () => {
  it("does not mind how deep a resource goes", () => {
    let deep: object = concept(icd10, "F32.1");
    for (let depth = 0; depth < 100_000; depth += 1) deep = { extension: [deep] };
    expect(categoryOf(observation({ extension: [deep] }))).toBe("mental-health");
  });

  it("does not take longer than a look at a name made to be slow", () => {
    const system = `${"icd10".repeat(200_000)}pcs`;
    const look = () => expect(categoryOf(observation({ code: concept(system, "F32.1") }))).toBe("encounters");
    expect(quickest(look, { wanted: 500 })).toBeLessThan(500);
  });
});

describe("the tables", () => {
  const codeTables = { securityLabels, sensitiveLoinc, sensitiveSnomed, sensitiveAtcGroups, ...codesByCategory };

  it.each(Object.entries(codeTables))("%s names only known categories, and each code once", (_, table) => {
    const codes = Object.values(table).flatMap((row) => Object.keys(row));
    expect(new Set(codes).size).toBe(codes.length);
    expect(categories).toEqual(expect.arrayContaining(Object.keys(table)));
  });

  it.each(Object.entries({ typesByCategory, sensitiveMedicineWords }))("%s names each word once", (_, table) => {
    const words = Object.values(table).flatMap((rows) => Object.values(rows).flatMap((row) => row.split(" ")));
    expect(words.every((word) => /^[A-Za-z]+$/.test(word))).toBe(true);
    expect(new Set(words).size).toBe(words.length);
    expect(categories).toEqual(expect.arrayContaining(Object.keys(table)));
  });

  it("has the ends of each range in order and of one length", () => {
    for (const [from, to] of [icd9Ranges, icd10Ranges].flatMap((table) => Object.values(table).flat())) {
      expect(from.length).toBe(to.length);
      expect(from <= to).toBe(true);
    }
  });
});
