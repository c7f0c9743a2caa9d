import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { bundleIndex } from "#core/records/bundleIndex.ts";
import { entriesOf } from "#core/records/entriesOf.ts";
import { fuzzRuns } from "#test/support/fuzzing.ts";
import { atAGlance } from "../../glance/atAGlance.ts";
import { itemsOf } from "../../glance/itemsOf.ts";
import { measuresOf } from "../../results/measuresOf.ts";
import { resultsOf } from "../../results/resultsOf.ts";
import { readFhir } from "../../viewer/readFhir.ts";
import { tellResource } from "../tell/tellResource.ts";
import { localMoment } from "../write/localMoment.ts";
import { type VisitNote, emptyNote, noVitals, vitals } from "./VisitNote.ts";
import { noteFaults } from "./noteFaults.ts";
import { readVisitNote } from "./readVisitNote.ts";
import { writeVisitNote } from "./writeVisitNote.ts";

const now = new Date("2026-11-21T22:50:30.123Z");
const when = localMoment(new Date("2026-11-21T08:30:00Z"));

const full: VisitNote = {
  when,
  reason: "Cough for two weeks",
  findings: "Wheezing on both sides.\n\nNo fever.\n  - Throat: calm",
  vitals: { ...noVitals, upper: "132", lower: "84", pulse: "72", temperature: "36.6", breathing: "18", weight: "81.5" },
  diagnoses: [
    { name: "Asthma", code: "J45.909", certainty: "confirmed", isOwn: false },
    { name: "Something with the stairs", code: "", certainty: "suspected", isOwn: true },
  ],
  plan: "Inhaler, two puffs when needed\nNo smoking at home",
  followUpOn: "2026-12-05",
  followUp: "Lung function",
};

let count = 0;
const newId = () => `00000000-0000-4000-8000-${String(count++).padStart(12, "0")}`;
const written = (note: VisitNote) => writeVisitNote({ note, planTitle: "Plan", newId });
const resourcesOf = (note: VisitNote) => entriesOf(written(note)).map(({ resource }) => resource);
const bytesOf = (note: VisitNote) => new TextEncoder().encode(JSON.stringify(written(note)));

function told(note: VisitNote) {
  const entries = entriesOf(written(note));
  const reader = { locale: "en-US", timeZone: "America/New_York" };
  return entries.map((entry) => tellResource({ entry, index: bundleIndex(entries), reader })!);
}

describe("a visit note as FHIR", () => {
  it("is told in its own words, the chief diagnosis first", () => {
    const [visit, assessment] = told(full);
    expect(visit!.facts).toContainEqual({ label: "Reason", value: "Cough for two weeks" });
    expect(visit!.facts).toContainEqual({ label: "For", value: "Asthma, Something with the stairs" });
    expect(assessment!.paragraphs).toEqual([{ label: "Findings", value: full.findings }]);
    const plan = told(full).at(-1)!;
    expect(plan.facts.filter(({ label }) => label === "What is planned").map(({ value }) => value)).toEqual([
      "Inhaler, two puffs when needed",
      "No smoking at home",
      expect.stringMatching(/^Follow-up: Lung function \(December 5, 2026\)$/),
    ]);
  });

  it("has what R4 requires of each resource, and refers to nothing that is not in it", () => {
    const entries = entriesOf(written(full));
    const urls = new Set(entries.map(({ fullUrl }) => fullUrl));
    expect(urls.size).toBe(entries.length);
    for (const [, url] of JSON.stringify(entries.map(({ resource }) => resource)).matchAll(/"reference":"([^"]+)"/g))
      expect(urls).toContain(url);
    const required: Record<string, string[]> = {
      Encounter: ["status", "class"],
      ClinicalImpression: ["status", "subject"],
      Observation: ["status", "code"],
      Condition: ["subject"],
      CarePlan: ["status", "intent", "subject"],
    };
    for (const { resource } of entries) {
      for (const name of required[resource.resourceType]!) expect(resource).toHaveProperty(name);
    }
    expect(entries.map(({ resource }) => resource.resourceType)).toEqual([
      "Encounter",
      "ClinicalImpression",
      ...Array.from({ length: 5 }, () => "Observation"),
      "Condition",
      "Condition",
      "CarePlan",
    ]);
  });

  it("puts its diagnoses among the problems, one that is only suspected marked as such", () => {
    const record = { capsuleHash: "0x", entry: { issued: "2026-11-21T08:30:00Z" } } as const;
    const items = itemsOf({
      text: JSON.stringify(written(full)),
      record,
      reader: { locale: "en-US", timeZone: "UTC" },
    });
    const { problems } = atAGlance(items);
    expect(problems.map(({ name, marks }) => [name, marks])).toEqual([
      ["Asthma", []],
      ["Something with the stairs", ["Provisional"]],
    ]);
  });

  it("puts what was measured beside what was measured before", () => {
    const earlier = { ...full, when: localMoment(new Date("2026-05-01T08:00:00Z")) };
    const results = [earlier, full].flatMap((note) => resultsOf(bytesOf(note)));
    const names = measuresOf(results).map(({ name, kind }) => `${kind} ${name}`);
    expect(names.toSorted()).toEqual([
      "vitals Blood pressure",
      "vitals Body temperature",
      "vitals Body weight",
      "vitals Heart rate",
      "vitals Respiratory rate",
    ]);
  });

  it("leaves out what was not said", () => {
    const types = (more: Partial<VisitNote>) =>
      resourcesOf({ ...emptyNote(when), ...more }).map(({ resourceType }) => resourceType);
    expect(types({ reason: "Cough" })).toEqual(["Encounter"]);
    expect(types({ findings: "Nothing unusual" })).toEqual(["Encounter", "ClinicalImpression"]);
    expect(types({ followUp: "Come back if it gets worse" })).toEqual(["Encounter", "CarePlan"]);
  });
});

describe("a visit note read back", () => {
  it("is what was typed", () => {
    expect(readVisitNote(written(full))).toEqual(full);
    expect(readVisitNote(readFhir(bytesOf(full)))).toEqual(full);
    expect(readVisitNote(JSON.parse(JSON.stringify(written(emptyNote(when)))))).toEqual(emptyNote(when));
  });

  it("has a code of one's own in the form of the others", () => {
    const own = { ...full.diagnoses[1]!, code: "r6889 " };
    const [back] = readVisitNote(written({ ...full, diagnoses: [own] }))!.diagnoses;
    expect(back).toEqual({ ...own, code: "R68.89", isOwn: false });
  });

  it("is not looked for in what others wrote", () => {
    const { meta: _, ...others } = written(full) as Record<string, unknown>;
    expect(readVisitNote(others)).toBeUndefined();
    for (const content of [undefined, null, 7, "text", [], { meta: { tag: 1 } }])
      expect(readVisitNote(content)).toBeUndefined();
  });
});

describe("what makes no sense in a visit note", () => {
  const typed = (more: Partial<VisitNote>) => noteFaults({ ...emptyNote(when), reason: "Cough", ...more }, now);
  const measured = (more: Partial<VisitNote["vitals"]>) => typed({ vitals: { ...noVitals, ...more } });

  it.each([
    [typed({}), {}],
    [typed({ reason: " " }), { note: "NothingSaid" }],
    [typed({ when: localMoment(new Date("2026-11-21T22:52:00Z")) }), { when: "Ahead" }],
    [typed({ when: "" }), { when: "NoMoment" }],
    [measured({ upper: "132" }), { lower: "PressureHalf" }],
    [measured({ lower: "80" }), { upper: "PressureHalf" }],
    [measured({ upper: "80", lower: "120" }), { lower: "PressureReversed" }],
    [measured({ temperature: "98.6" }), { temperature: "NoValue" }],
    [measured({ weight: "heavy", height: "178" }), { weight: "NoValue" }],
    [typed({ followUpOn: "2026-11-20" }), { followUpOn: "FollowUpBefore" }],
    [typed({ followUpOn: "2026-02-30" }), { followUpOn: "NoFollowUpDay" }],
    [typed({ followUpOn: "12026-02-03" }), { followUpOn: "NoFollowUpDay" }],
    [typed({ reason: "", diagnoses: full.diagnoses }), {}],
    [typed({ diagnoses: [{ ...full.diagnoses[1]!, code: "J 45" }] }), { code0: "NoCode" }],
    [typed({ diagnoses: [full.diagnoses[0]!, { ...full.diagnoses[1]!, code: "r68.89" }] }), {}],
  ])("is refused beside its field: %#", (faults, expected) => {
    expect(faults).toEqual(expected);
  });
});

const text = fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.constantFrom("", "Cough\r\nand fever"));
const number = fc.oneof(fc.constant(""), fc.integer({ min: 0, max: 330 }).map(String), fc.string());
const day = fc.oneof(fc.constantFrom("", "2026-12-01", "2026-13-01"), fc.string());
const notes: fc.Arbitrary<VisitNote> = fc.record({
  when: fc.constantFrom(when, "2026-02-03T10:00", "2027-01-01T00:00", ""),
  reason: text,
  findings: text,
  vitals: fc.oneof(
    fc.constantFrom(noVitals, full.vitals),
    fc.record(Object.fromEntries(vitals.map((vital) => [vital, number]))) as fc.Arbitrary<VisitNote["vitals"]>,
  ),
  diagnoses: fc.array(fc.constantFrom(...full.diagnoses), { maxLength: 3 }),
  plan: text,
  followUpOn: day,
  followUp: text,
});

test("whatever is typed is refused by name, or is written so that writing it again changes nothing", () => {
  let [taken, refused] = [0, 0];
  const property = fc.property(notes, (note) => {
    const faults = noteFaults(note, now);
    if (Object.keys(faults).length > 0) return void refused++;
    taken++;
    const back = readVisitNote(JSON.parse(JSON.stringify(written(note))))!;
    expect(noteFaults(back, now)).toEqual({});
    expect(readVisitNote(written(back))).toEqual(back);
    expect(back.diagnoses).toEqual(note.diagnoses);
  });
  const numRuns = fuzzRuns(400);
  fc.assert(property, { numRuns });
  expect([taken, refused].every((times) => times > numRuns / 100)).toBe(true);
});
