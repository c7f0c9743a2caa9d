import { describe, expect, it } from "vitest";
import { describeTrend } from "./describeTrend.ts";
import { placeTrend } from "./placeTrend.ts";
import { trendsOf } from "./trendsOf.ts";

const reader = { locale: "en-US", timeZone: "UTC" };
const code = { coding: [{ system: "http://loinc.org", code: "4548-4" }], text: "HbA1c" };
const referenceRange = [{ low: { value: 4, unit: "%" }, high: { value: 5.6, unit: "%" } }];

function measured(effectiveDateTime: string, value: unknown, more: object = {}) {
  return {
    resourceType: "Observation",
    code,
    effectiveDateTime,
    valueQuantity: { value, unit: "%" },
    referenceRange,
    ...more,
  };
}

function sentenceOf(...observations: object[]): string | undefined {
  const trend = trendsOf(observations)[0];
  return trend && describeTrend(trend, reader).replaceAll("\u{a0}", " ");
}

describe("a trend", () => {
  it("says in words how a measurement went", () => {
    const told = sentenceOf(measured("2025-11-03", 6.9), measured("2025-03-10", 8.1), measured("2025-07-01", 8.4));
    expect(told).toBe(
      "HbA1c fell from 8.1 to 6.9 % between March and November 2025. The last value is above its reference range.",
    );
  });

  it("names both years, or both days, where it must", () => {
    expect(sentenceOf(measured("2024-03-10", 5), measured("2025-11-03", 5.5))).toBe(
      "HbA1c rose from 5 to 5.5 % between March 2024 and November 2025. The last value is within its reference range.",
    );
    expect(sentenceOf(measured("2024-03-10", 5), measured("2024-03-12", 5))).toBe(
      "HbA1c was 5 % at the beginning and at the end, between March 10, 2024 and March 12, 2024. The last value is within its reference range.",
    );
  });

  it("needs the same thing in the same unit at two times", () => {
    expect(trendsOf([measured("2024-03-10", 5)])).toEqual([]);
    expect(trendsOf([measured("2024-03-10", 5), measured("2024-03-10", 6)])).toEqual([]);
    const other = { valueQuantity: { value: 40, unit: "mmol/mol" } };
    expect(trendsOf([measured("2024-03-10", 5), measured("2024-04-10", 0, other)])).toEqual([]);
  });

  it("counts a result once that came from two systems", () => {
    const twice = [measured("2024-03-10", 5), measured("2024-03-10", 5), measured("2024-04-10", 6)];
    expect(trendsOf(twice)[0]!.points.map(({ value }) => value)).toEqual([5, 6]);
  });

  it("follows the parts of a measurement each by itself", () => {
    const pressure = (day: string, value: number) => ({
      code: { text: "Blood pressure" },
      effectiveDateTime: day,
      component: [{ code: { text: "Systolic" }, valueQuantity: { value, unit: "mm[Hg]" } }],
    });
    expect(sentenceOf(pressure("2024-01-01", 150), pressure("2024-02-01", 130))).toBe(
      "Blood pressure, systolic fell from 150 to 130 mmHg between January and February 2024.",
    );
  });

  it("knows a thing by its LOINC code, whatever else a system calls it, and in whatever order", () => {
    const [loinc, own] = [
      { system: "http://loinc.org", code: "4548-4" },
      { system: "urn:lab", code: "A1C" },
    ];
    const coded = (day: string, value: number, ...coding: object[]) => measured(day, value, { code: { coding } });
    expect(trendsOf([coded("2024-01-01", 5, own, loinc), coded("2024-02-01", 6, loinc)])).toHaveLength(1);
  });

  it("leaves out what was a mistake, what is only bounded, and what has no time or number", () => {
    const odd = [
      measured("2024-01-01", 9, { status: "entered-in-error" }),
      measured("2024-01-02", 9, { valueQuantity: { value: 9, unit: "%", comparator: ">" } }),
      measured("some day", 9),
      measured("2024-01-04", "much"),
      null,
      "x",
      measured("2024-03-10", 5),
    ];
    expect(trendsOf(odd)).toEqual([]);
  });

  it("takes no range where several are given", () => {
    const several = { referenceRange: [...referenceRange, { high: { value: 7, unit: "%" } }] };
    const trend = trendsOf([measured("2024-03-10", 5, several), measured("2024-04-10", 6, several)])[0]!;
    expect([trend.low, trend.high]).toEqual([undefined, undefined]);
  });

  it("is drawn within its sheet, higher values higher", () => {
    const trend = trendsOf([measured("2024-03-10", 5), measured("2024-04-10", 9), measured("2024-05-10", -3)])[0]!;
    const { places, band, width, height } = placeTrend(trend);
    for (const { x, y } of places) expect(x >= 0 && x <= width && y >= 0 && y <= height).toBe(true);
    expect(places[1]!.y).toBeLessThan(places[0]!.y);
    expect(band!.height).toBeGreaterThan(0);
  });

  it("is drawn flat where nothing changed, even at zero", () => {
    const trend = trendsOf([measured("2024-03-10", 0, { referenceRange: [] }), measured("2024-04-10", 0)])[0]!;
    expect(placeTrend({ ...trend, low: undefined, high: undefined }).places.every(({ y }) => Number.isFinite(y))).toBe(
      true,
    );
  });
});
