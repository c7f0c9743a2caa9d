import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Resource } from "#core/records/BundleEntry.ts";
import { categories } from "#core/records/categories.ts";
import { categoryOf } from "#core/records/categoryOf.ts";
import { entriesOf } from "#core/records/entriesOf.ts";
import { instantOf } from "#core/records/instantOf.ts";
import { mergeRecords } from "#core/records/mergeRecords.ts";
import { recordIssued } from "#core/records/recordIssued.ts";
import { splitHistory } from "#core/records/splitHistory.ts";
import { fuzzRuns } from "#test/support/fuzzing.ts";
import { readShared } from "#test/support/shared.ts";
import { people } from "../people.ts";
import { day } from "./addResource.ts";
import { type CreateHistoryParameters, type HistoryBundle, createHistory } from "./createHistory.ts";
import { daysAfter } from "./times.ts";

const codes = await readShared("fixtures/vocab/icd10cm-2021.tsv.gz");

const { patients } = people;
const today = "2026-11-21";
const subjects = patients.map(({ name, birthDate, sex, story }) => ({ person: { name, birthDate, sex }, story }));
const sample = (at: number) => ({ ...subjects[at]!, seed: at, today });

/** Any of the people, any seed, any day of ten years. */
const anything: fc.Arbitrary<CreateHistoryParameters> = fc.constantFrom(...subjects).chain(({ person, story }) =>
  fc.record({
    person: fc.constant(person),
    story: fc.constant(story),
    seed: fc.integer(),
    today: fc.integer({ min: 0, max: 3650 }).map((days) => day(daysAfter(new Date(`${today}T00:00:00Z`), days))),
  }),
);

function always(check: (history: HistoryBundle, parameters: CreateHistoryParameters) => void) {
  const property = fc.property(anything, (parameters) => check(createHistory(parameters), parameters));
  fc.assert(property, { numRuns: fuzzRuns(40) });
}

const resourcesOf = ({ entry }: HistoryBundle) => entry.map(({ resource }) => resource);

/** Every object and list inside a value, with the name of the member that holds it. */
function* partsOf(value: unknown, name = ""): Generator<{ name: string; part: Record<string, unknown> }> {
  if (typeof value !== "object" || value === null) return;
  const part = value as Record<string, unknown>;
  yield { name, part };
  for (const [member, inner] of Object.entries(part)) yield* partsOf(inner, Array.isArray(value) ? name : member);
}

const allParts = (history: HistoryBundle) => resourcesOf(history).flatMap((resource) => Array.from(partsOf(resource)));
const partsWith = (history: HistoryBundle, member: string) => allParts(history).filter(({ part }) => member in part);

describe("A sample history", () => {
  test("is the same to the byte for the same seed, and another for another", () => {
    for (const at of patients.keys()) {
      const text = JSON.stringify(createHistory(sample(at)));
      expect(JSON.stringify(createHistory(sample(at)))).toBe(text);
      expect(JSON.stringify(createHistory({ ...sample(at), seed: 1234 }))).not.toBe(text);
    }
  });

  test("is small: twenty to a hundred and twenty resources", () => {
    always((history) => {
      expect(history.entry.length).toBeGreaterThanOrEqual(20);
      expect(history.entry.length).toBeLessThanOrEqual(120);
    });
  });

  test("is labelled as test data, everything in it", () => {
    always((history) => {
      for (const { meta } of resourcesOf(history)) {
        expect((meta as { security: unknown[] }).security[0]).toEqual({
          system: "http://terminology.hl7.org/CodeSystem/v3-ActReason",
          code: "HTEST",
          display: "test health data",
        });
      }
    });
  });

  test("holds what R4 requires of each type", () => {
    always((history) => {
      for (const resource of resourcesOf(history)) {
        expect(Object.keys(requiredMembers)).toContain(resource.resourceType);
        expect(resource).toMatchObject(requiredMembers[resource.resourceType]!);
        const values = Object.keys(resource).filter((member) => /^(value|medication|occurrence)[A-Z]/.test(member));
        expect(values.length).toBeLessThanOrEqual(1);
      }
    });
  });

  test("has references that lead to something of the right type, in the same history", () => {
    always((history) => {
      const byUrl = new Map(history.entry.map(({ fullUrl, resource }) => [fullUrl, resource]));
      expect(byUrl.size).toBe(history.entry.length);
      for (const { name, part } of partsWith(history, "reference")) {
        const named = byUrl.get(part["reference"] as string);
        expect(referencedTypes[name]).toContain(named?.resourceType);
      }
      for (const { fullUrl, resource } of history.entry) expect(fullUrl).toBe(`urn:uuid:${String(resource["id"])}`);
    });
  });

  test("happens in order, within the patient's life, and before today", () => {
    always((history, { person, today: now }) => {
      const dates = resourcesOf(history).flatMap((resource) => recordIssued({ resources: [resource] }) ?? []);
      expect(dates).toEqual(dates.toSorted());
      for (const { part } of allParts(history)) {
        for (const [member, value] of Object.entries(part)) {
          const date = member === "valueDateTime" ? undefined : instantOf(value);
          if (date === undefined) continue;
          expect(date.slice(0, 10) >= person.birthDate && date < now, `${member} ${date}`).toBe(true);
        }
      }
    });
  });

  test("puts appointments on working days, and periods the right way round", () => {
    always((history) => {
      for (const { part } of partsWith(history, "period")) {
        const { start, end } = part["period"] as { start?: string; end?: string };
        if (typeof start === "string" && typeof end === "string") expect(start < end).toBe(true);
      }
      for (const { class: kind, period } of resourcesOf(history).filter(isEncounter) as unknown as Encounter[]) {
        if (kind.code === "AMB") expect([0, 6]).not.toContain(new Date(period.start).getUTCDay());
      }
    });
  });

  test("speaks UCUM, with values that a living body can have", () => {
    always((history) => {
      for (const { part } of partsWith(history, "valueQuantity")) {
        const { value, code, system } = part["valueQuantity"] as Quantity;
        expect(system).toBe("http://unitsofmeasure.org");
        const loinc = (part["code"] as { coding: { code: string }[] }).coding[0]!.code;
        const [unit, low, high] = plausible[loinc] ?? [];
        expect(code, loinc).toBe(unit);
        expect(value >= low! && value <= high!, `${loinc}: ${value}`).toBe(true);
      }
    });
  });

  test("flags what lies outside its reference range, and nothing else", () => {
    let flagged = 0;
    always((history) => {
      for (const { part } of partsWith(history, "referenceRange")) {
        const { value } = part["valueQuantity"] as Quantity;
        const [{ low, high }] = part["referenceRange"] as [{ low?: Quantity; high?: Quantity }];
        const [{ coding }] = part["interpretation"] as [{ coding: [{ code: string }] }];
        expect(low ?? high).toBeDefined();
        const flag =
          low !== undefined && value < low.value ? "L" : high !== undefined && value > high.value ? "H" : "N";
        expect(coding[0].code).toBe(flag);
        if (flag !== "N") flagged++;
      }
    });
    expect(flagged).toBeGreaterThan(0);
  });

  test("is split into records and merged again without loss", () => {
    always((history) => {
      const records = splitHistory({ history });
      const merged = entriesOf(JSON.parse(mergeRecords(records.map(({ content }) => content))) as Resource);
      expect(sortedByUrl(merged)).toEqual(sortedByUrl(history.entry));
    });
  });

  test("of all people together fills all eleven categories, whatever the seed", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const found = patients.flatMap((_, at) => resourcesOf(createHistory({ ...sample(at), seed })).map(categoryOf));
        expect(new Set(found)).toEqual(new Set(categories));
      }),
      { numRuns: fuzzRuns(10) },
    );
  });

  test.each([
    ["depression", "mental-health", /depress|psych|phq|gad-7|sertraline|mood|suicid/i],
    ["pregnancy", "sexual-health", /pregnan|birth\b|delivery|womb|uterus|breastfeed|HIV|syphilis|progestin/i],
    ["appendicitis", "sexual-health", /chlamydia|gonorrh|doxycycline|sexual|condom/i],
  ] as const)("tells of %s in %s alone", (story, category, words) => {
    const person = patients.find((patient) => patient.story === story)!;
    const resources = resourcesOf(createHistory({ person, story, seed: 1, today }));
    const telling = resources.filter((resource) => words.test(textOf(resource)));
    expect(telling.length).toBeGreaterThan(5);
    for (const resource of telling) expect(categoryOf(resource), textOf(resource)).toBe(category);
  });

  test.skipIf(codes === undefined)(
    `has diagnoses that ICD-10-CM has, in its words${codes === undefined ? " (left out: ../shared is not here)" : ""}`,
    () => {
      const lines = gunzipSync(codes!).toString().split("\n");
      const names = new Map(lines.map((line) => [line.split("\t")[0], line.split("\t")[2]]));
      for (const at of patients.keys()) {
        for (const { part } of partsWith(createHistory(sample(at)), "code")) {
          if (part["system"] !== "http://hl7.org/fhir/sid/icd-10-cm") continue;
          expect(part["display"]).toBe(names.get(String(part["code"]).replace(".", "")));
        }
      }
    },
  );
});

type Quantity = { value: number; code: string; system: string };
type Encounter = { class: { code: string }; period: { start: string } };

function sortedByUrl(entries: readonly { fullUrl?: unknown }[]) {
  return entries.toSorted((a, b) => (String(a.fullUrl) < String(b.fullUrl) ? -1 : 1));
}

function isEncounter({ resourceType }: Resource): boolean {
  return resourceType === "Encounter";
}

/** All words in a resource, of attached notes too; who works there tells nothing. */
function textOf(resource: Resource): string {
  if (["Practitioner", "Organization", "Patient"].includes(resource.resourceType)) return "";
  const { birthDate: _birthDate, ...rest } = resource;
  return [...partsOf(rest)]
    .flatMap(({ part: { display, text, conclusion, data, div, valueString } }) => [
      display,
      text,
      conclusion,
      div,
      valueString,
      typeof data === "string" ? Buffer.from(data, "base64").toString() : undefined,
    ])
    .filter((words) => typeof words === "string")
    .join(" ");
}

const text: unknown = expect.any(String);
const thing: unknown = expect.any(Object);
const reference: unknown = expect.objectContaining({ reference: text });
const coded: unknown = expect.objectContaining({
  coding: expect.arrayContaining([expect.objectContaining({ system: text, code: text })]),
});

/** What R4 requires, and some of what everybody expects. */
const requiredMembers: Record<string, object> = {
  Patient: { gender: expect.stringMatching(/^(fe)?male$/), birthDate: text, name: [thing] },
  Practitioner: { name: [thing] },
  Organization: { name: text },
  Coverage: { status: "active", beneficiary: reference, payor: [thing] },
  Encounter: { status: "finished", class: { code: text }, type: [coded], subject: reference, period: { start: text } },
  Observation: { status: "final", code: coded, category: [coded], subject: reference, effectiveDateTime: text },
  DiagnosticReport: { status: "final", code: coded, subject: reference, issued: text },
  Condition: { clinicalStatus: coded, verificationStatus: coded, code: coded, subject: reference },
  MedicationRequest: {
    status: expect.stringMatching(/^(active|completed|stopped)$/),
    intent: "order",
    medicationCodeableConcept: coded,
    subject: reference,
  },
  Immunization: { status: "completed", vaccineCode: coded, patient: reference, occurrenceDateTime: text },
  Procedure: { status: "completed", code: coded, subject: reference, performedPeriod: thing },
  AllergyIntolerance: { clinicalStatus: coded, verificationStatus: coded, code: coded, patient: reference },
  ImagingStudy: {
    status: "available",
    subject: reference,
    series: [
      {
        uid: expect.stringMatching(/^2\.25\.\d{1,39}$/),
        modality: { code: text },
        instance: [{ uid: text, sopClass: { system: "urn:ietf:rfc:3986", code: text } }],
      },
    ],
  },
  Composition: { status: "final", type: coded, date: text, author: [reference], title: text },
  DocumentReference: { status: "current", content: [{ attachment: { contentType: text, data: text } }] },
  FamilyMemberHistory: { status: "completed", patient: reference, relationship: coded },
};

const clinician = ["Practitioner", "Organization"];

/** By the member that holds the reference. */
const referencedTypes: Record<string, string[]> = {
  subject: ["Patient"],
  patient: ["Patient"],
  beneficiary: ["Patient"],
  encounter: ["Encounter"],
  individual: ["Practitioner"],
  serviceProvider: ["Organization"],
  performer: clinician,
  actor: clinician,
  recorder: clinician,
  requester: clinician,
  author: clinician,
  result: ["Observation"],
  imagingStudy: ["ImagingStudy"],
  priorPrescription: ["MedicationRequest"],
};

/** By LOINC: the unit, and between what such people's values lie. */
const plausible: Record<string, [unit: string, low: number, high: number]> = {
  "8480-6": ["mm[Hg]", 80, 190],
  "8462-4": ["mm[Hg]", 45, 110],
  "8867-4": ["/min", 45, 160],
  "9279-1": ["/min", 12, 60],
  "8310-5": ["Cel", 36, 40],
  "59408-5": ["%", 88, 100],
  "29463-7": ["kg", 2.5, 110],
  "8302-2": ["cm", 45, 195],
  "39156-5": ["kg/m2", 13, 36],
  "9843-4": ["cm", 33, 52],
  "72514-3": ["{score}", 0, 10],
  "44261-6": ["{score}", 0, 27],
  "70274-6": ["{score}", 0, 21],
  "9272-6": ["{score}", 0, 10],
  "9274-2": ["{score}", 0, 10],
  "11881-0": ["cm", 10, 42],
  "55283-6": ["/min", 110, 160],
  "20150-9": ["L", 2, 5],
  "19926-5": ["%", 60, 90],
  "4548-4": ["%", 4, 12],
  "1558-6": ["mg/dL", 70, 260],
  "1504-0": ["mg/dL", 70, 180],
  "2093-3": ["mg/dL", 120, 280],
  "2571-8": ["mg/dL", 50, 300],
  "2085-9": ["mg/dL", 25, 90],
  "13457-7": ["mg/dL", 50, 200],
  "2160-0": ["mg/dL", 0.5, 1.6],
  "98979-8": ["mL/min/{1.73_m2}", 45, 130],
  "14959-1": ["mg/g", 3, 300],
  "2823-3": ["mmol/L", 3.3, 5.3],
  "718-7": ["g/dL", 9, 18],
  "6690-2": ["10*3/uL", 3.5, 20],
  "751-8": ["10*3/uL", 1.5, 17],
  "777-3": ["10*3/uL", 120, 450],
  "1988-5": ["mg/L", 0, 200],
  "3016-3": ["m[IU]/L", 0.3, 6],
  "2276-4": ["ng/mL", 5, 350],
  "5671-3": ["ug/dL", 0, 5],
  "6206-7": ["kU/L", 0, 100],
  "6095-4": ["kU/L", 0, 100],
  "6189-5": ["kU/L", 0, 100],
};
