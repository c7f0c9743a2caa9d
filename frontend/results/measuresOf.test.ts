import { describe, expect, test } from "vitest";
import { sampleResources } from "#test/support/sampleResources.ts";
import { listShared, readShared } from "#test/support/shared.ts";
import { quickest } from "#test/support/quickest.ts";
import { describeNewest } from "./describeNewest.ts";
import { measuresOf } from "./measuresOf.ts";
import { resultsOf } from "./resultsOf.ts";
import { ticksBetween } from "./ticksBetween.ts";
import { valuesByTime } from "./valuesByTime.ts";

const reader = { locale: "en-US", timeZone: "UTC" };
const loinc = (code: string, text: string) => ({ coding: [{ system: "http://loinc.org", code }], text });
const systolic = (value: number) => ({
  code: loinc("8480-6", "Systolic"),
  valueQuantity: { value, unit: "mm[Hg]" },
});
const diastolic = (value: number) => ({
  code: loinc("8462-4", "Diastolic"),
  valueQuantity: { value, unit: "mm[Hg]" },
});
const vitals = [{ coding: [{ code: "vital-signs" }] }];

function observed(effectiveDateTime: string, more: object) {
  return { resourceType: "Observation", status: "final", effectiveDateTime, category: vitals, ...more };
}

function measuresIn(...resources: object[]) {
  const bundle = { resourceType: "Bundle", type: "collection", entry: resources.map((resource) => ({ resource })) };
  return measuresOf(resultsOf(new TextEncoder().encode(JSON.stringify(bundle))));
}

const plain = (text: string) => text.replaceAll("\u{a0}", " ");

describe("what was measured over a whole chart", () => {
  test("has the two values of blood pressure together, under any code for both and as two of their own", () => {
    const [panel, older] = [loinc("85354-9", "Blood pressure panel"), loinc("55284-4", "Blood pressure")];
    const measures = measuresIn(
      observed("2024-01-01", { code: panel, component: [diastolic(95), systolic(150)] }),
      observed("2024-06-01", { code: older, component: [systolic(140), diastolic(90)] }),
      observed("2025-01-01", systolic(128)),
      observed("2025-01-01", diastolic(76)),
    );
    expect(measures.map(({ name, kind }) => [name, kind])).toEqual([["Blood pressure", "vitals"]]);
    const { value, day } = describeNewest(measures[0]!, reader);
    expect([plain(value), day]).toEqual(["128/76 mmHg", "January 1, 2025"]);
    expect(valuesByTime(measures[0]!).map(({ values }) => values.map((one) => one?.value))).toEqual([
      [128, 76],
      [140, 90],
      [150, 95],
    ]);
  });

  test("says of a newest value how it stands and against which range", () => {
    const iron = (day: string, value: number, high: number) => {
      const range = [{ low: { value: 4, unit: "%" }, high: { value: high, unit: "%" } }];
      return observed(day, {
        code: { text: "Iron" },
        valueQuantity: { value, unit: "%" },
        referenceRange: range,
        category: [],
      });
    };
    const [measure] = measuresIn(iron("2024-01-01", 5, 6), iron("2025-01-01", 7, 6.5));
    expect(measure!.kind).toBe("other");
    const newest = describeNewest(measure!, reader);
    expect(newest.standing).toEqual({ word: "High", isNotable: true });
    expect(plain(newest.range!)).toBe("Reference range 4 to 6.5 %");
  });

  test("keeps units apart, and leaves out what was measured once", () => {
    const weight = (day: string, value: number, unit: string) =>
      observed(day, { code: { text: "Weight" }, valueQuantity: { value, unit } });
    const measures = measuresIn(
      weight("2024-01-01", 80, "kg"),
      weight("2025-01-01", 79, "kg"),
      weight("2025-02-01", 175, "lb"),
    );
    expect(measures.map(({ unit, parts }) => [unit, parts[0]!.points.length])).toEqual([["kg", 2]]);
  });

  test("shows two values of one moment in two rows", () => {
    const at = (value: number, day = "2024-01-01") =>
      observed(day, { code: { text: "Pulse" }, valueQuantity: { value } });
    const [measure] = measuresIn(at(70), at(90), at(80, "2024-02-01"));
    expect(valuesByTime(measure!).map(({ values }) => values[0]!.value)).toEqual([80, 70, 90]);
  });

  test("tells the sample patient's diabetes and blood pressure", () => {
    const { entries } = sampleResources().find(({ name }) => name.startsWith("Tomás"))!;
    const measures = measuresIn(...entries.map(({ resource }) => resource));
    const names = measures.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["Blood pressure", "HbA1c", "Body weight"]));
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b)));
  });

  test("looks through histories as hospitals write them, in little time", async (context) => {
    const folder = "fixtures/synthea-r4";
    const names = (await listShared(folder)).filter((name) => name.endsWith(".json.gz")).slice(0, 3);
    if (names.length === 0) return context.skip("left out, since ../shared is absent");
    for (const name of names) {
      const packed = (await readShared(`${folder}/${name}`))!;
      const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
      const results = resultsOf(await new Response(unpacked).bytes());
      expect(quickest(() => measuresOf(results), { wanted: 1_000 })).toBeLessThan(1_000);
      const measures = measuresOf(results);
      expect(measures.map(({ name: measure }) => measure)).toContain("Blood pressure");
      for (const measure of measures) {
        expect(describeNewest(measure, reader).value).toMatch(/\d/);
        expect(valuesByTime(measure).length).toBeGreaterThan(1);
      }
    }
  });
});

test.each([
  [0, 10, [0, 5, 10]],
  [4, 9, [4, 6, 8]],
  [77, 159, [100, 150]],
  [0.74, 1.35, [0.8, 1, 1.2]],
  [5, 5, [5]],
])("between %d and %d a drawing is read by %j", (lowest, highest, ticks) => {
  expect(ticksBetween(lowest, highest)).toEqual(ticks);
});
