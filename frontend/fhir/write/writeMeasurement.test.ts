import { describe, expect, it } from "vitest";
import { toldOf } from "#test/support/toldOf.ts";
import { measuresOf } from "../../results/measuresOf.ts";
import { resultsOf } from "../../results/resultsOf.ts";
import { localMoment } from "./localMoment.ts";
import { type TypedMeasurement, writeMeasurement } from "./writeMeasurement.ts";

const now = new Date("2026-11-21T22:50:30.123Z");
const earlier = localMoment(new Date("2026-11-21T08:30:00Z"));
const usual: TypedMeasurement = { measured: "pressure", value: "132", lower: "84", when: earlier };
const written = (typed: Partial<TypedMeasurement>) => writeMeasurement({ ...usual, ...typed }, now);
const plain = (text: string) => text.replaceAll("\u{a0}", " ");

describe("a measurement written by hand", () => {
  it.each([
    ["pressure", "132", "Blood pressure", "132/84 mmHg"],
    ["pulse", "72", "Heart rate", "72 per minute"],
    ["weight", "81,5", "Body weight", "81.5 kg"],
    ["height", "178", "Body height", "178 cm"],
    ["temperature", "36.6", "Body temperature", "36.6 °C"],
    ["sugar", "105", "Blood sugar", "105 mg/dL"],
    ["oxygen", "97", "Oxygen saturation", "97 %"],
  ] as const)("of %s is told as %s: %s, %s", (measured, value, title, result) => {
    const told = toldOf(written({ measured, value }).resource!);
    expect(told.title).toBe(title);
    expect(told.when).toContain("November 21, 2026");
    expect(told.facts.map((fact) => plain(fact.value))).toEqual([result, "The patient"]);
  });

  it("is seen over time beside what was measured before, however that was named", () => {
    const coding = [{ system: "http://loinc.org", code: "85354-9", display: "Blood pressure panel" }];
    const before = { ...written({ value: "150", lower: "95" }).resource, code: { coding }, effectiveDateTime: "2024" };
    const entry = [before, written({}).resource].map((resource) => ({ resource }));
    const content = new TextEncoder().encode(JSON.stringify({ resourceType: "Bundle", type: "collection", entry }));
    const measures = measuresOf(resultsOf(content));
    expect(measures).toMatchObject([{ name: "Blood pressure", kind: "vitals", unit: "mmHg" }]);
    expect(measures[0]!.parts.map(({ points }) => points.map(({ value }) => value))).toEqual([
      [150, 132],
      [95, 84],
    ]);
  });

  it.each([
    [{ value: "" }, "NoValue"],
    [{ value: "high" }, "NoValue"],
    [{ value: "1e2" }, "NoValue"],
    [{ lower: "8" }, "NoValue"],
    [{ value: "1320" }, "NoValue"],
    [{ value: "80", lower: "120" }, "PressureReversed"],
    [{ measured: "temperature", value: "98.6" }, "NoValue"],
    [{ measured: "sugar", value: "5.5" }, "NoValue"],
    [{ measured: "oxygen", value: "101" }, "NoValue"],
    [{ measured: "weight", value: "-80" }, "NoValue"],
    [{ when: "" }, "NoMoment"],
    [{ when: "2026-02-30T10:00" }, "NoMoment"],
    [{ when: "0026-02-03T10:00" }, "NoMoment"],
    [{ when: localMoment(new Date("2026-11-21T22:52:00Z")) }, "Ahead"],
    [{ when: "12026-11-21T10:00" }, "NoMoment"],
  ] as const)("is none of %j: %s", (typed, fault) => {
    expect(written(typed)).toEqual({ fault });
  });
});
