import { describe, expect, it } from "vitest";
import { describeObservation } from "./describeObservation.ts";
import { describeReferenceRanges } from "./describeReferenceRanges.ts";
import { describeValue } from "./describeValue.ts";
import { standingOf } from "./standingOf.ts";

const reader = { locale: "en-US", timeZone: "UTC" };
const plain = (lines: readonly string[]) => lines.map((line) => line.replaceAll("\u{a0}", " "));
const percent = (value: number) => ({ value, unit: "%" });

describe("an observation's value", () => {
  it.each([
    [{ valueQuantity: percent(5.6) }, "5.6 %"],
    [{ valueCodeableConcept: { text: "Never smoked" } }, "Never smoked"],
    [{ valueString: "Clear" }, "Clear"],
    [{ valueBoolean: false }, "No"],
    [{ valueInteger: 15 }, "15"],
    [{ valueRange: { low: percent(1), high: percent(2) } }, "1 to 2 %"],
    [{ valueRatio: { numerator: { value: 1 }, denominator: { value: 128 } } }, "1:128"],
    [{ valueRatio: { numerator: { value: 5, unit: "mg" }, denominator: { value: 2, unit: "mL" } } }, "5 mg per 2 mL"],
    [{ valuePeriod: { start: "2020-01", end: "2020-02" } }, "January – February 2020"],
    [{ valueTime: "13:00:00" }, "13:00:00"],
    [{ valueDateTime: "2020-02" }, "February 2020"],
    [{ valueSampledData: { origin: { value: 10 }, factor: 2, data: "1 2 E -1" } }, "4 values between 8 and 14"],
    [{ dataAbsentReason: { coding: [{ code: "not-performed" }] } }, "Not done"],
    [{ dataAbsentReason: { text: "Sample was lost" } }, "Sample was lost"],
  ])("is said whatever kind it is of: %j", (observation, told) => {
    expect(plain(describeObservation(observation, reader)).map((line) => line.replaceAll("\u{2009}", " "))).toEqual([
      told,
    ]);
  });

  it("is one line for blood pressure, other parts beside it", () => {
    const part = (code: string, value: number) => ({
      code: { coding: [{ system: "http://loinc.org", code }], text: code },
      valueQuantity: { value, unit: "mm[Hg]" },
    });
    const component = [part("8480-6", 132), part("8462-4", 84), part("8478-0", 100)];
    expect(plain(describeObservation({ component }, reader))).toEqual(["132/84 mmHg", "8478-0: 100 mmHg"]);
  });

  it.each([
    [{}],
    [{ valueQuantity: "5" }],
    [{ valueBoolean: "yes" }],
    [{ valueRange: {} }],
    [{ component: "x" }],
    [7],
    [null],
  ])("is nothing where it is not what it says: %j", (observation) => {
    expect(describeObservation(observation, reader)).toEqual([]);
    expect(describeValue(observation, reader)).toBeUndefined();
  });
});

describe("a reference range", () => {
  it("says both ends, or the one it has", () => {
    const told = (low?: number, high?: number) => {
      const range = {
        ...(low !== undefined && { low: percent(low) }),
        ...(high !== undefined && { high: percent(high) }),
      };
      return describeReferenceRanges({ referenceRange: [range] }, reader)?.replaceAll("\u{a0}", " ");
    };
    expect([told(4, 5.6), told(4), told(undefined, 5.6), told()]).toEqual([
      "4 to 5.6 %",
      "at least 4 %",
      "up to 5.6 %",
      undefined,
    ]);
  });

  it("says whom each is for where there are several", () => {
    const referenceRange = [
      { text: "under 10", appliesTo: [{ text: "women" }] },
      { text: "under 12", appliesTo: [{ text: "men" }] },
    ];
    expect(describeReferenceRanges({ referenceRange }, reader)).toBe("under 10 (women); under 12 (men)");
  });
});

describe("how a result stands", () => {
  const measured = (value: number, range: object = { low: percent(4), high: percent(5.6) }) => ({
    valueQuantity: percent(value),
    referenceRange: [range],
  });
  const judged = (code: string) => ({ ...measured(5), interpretation: [{ coding: [{ code }] }] });

  it("is what its author says, even against the range", () => {
    expect(standingOf(judged("H"))).toEqual({ word: "High", isNotable: true });
    expect(standingOf(judged("LL"))).toEqual({ word: "Very low", isNotable: true });
    expect(standingOf(judged("N"))).toEqual({ word: "Normal", isNotable: false });
    expect(standingOf({ interpretation: [{ text: "Borderline" }] })).toEqual({ word: "Borderline", isNotable: true });
  });

  it("is compared with the range where nobody judged it; a limit belongs to the range", () => {
    expect(standingOf(measured(5.7))?.word).toBe("High");
    expect(standingOf(measured(5.6))?.word).toBe("Normal");
    expect(standingOf(measured(3.9))?.word).toBe("Low");
  });

  it("is that of a part, where a part is out of its range", () => {
    const component = [
      { code: { text: "A" }, ...measured(5) },
      { code: { text: "B" }, ...measured(9) },
    ];
    expect(standingOf({ component })?.word).toBe("High");
    expect(plain(describeObservation({ component }, reader))).toEqual(["A: 5 %", "B: 9 % (high)"]);
  });

  it("is not guessed", () => {
    expect(standingOf(measured(9, { high: { value: 5.6, unit: "mmol/mol" } }))).toBeUndefined();
    expect(standingOf(measured(9, { high: percent(5.6), appliesTo: [{ text: "children" }] }))).toBeUndefined();
    expect(
      standingOf(measured(9, { high: percent(5.6), type: { coding: [{ code: "therapeutic" }] } })),
    ).toBeUndefined();
    expect(
      standingOf({ ...measured(9), referenceRange: [{ high: percent(5) }, { high: percent(10) }] }),
    ).toBeUndefined();
    const bounded = { valueQuantity: { ...percent(3), comparator: ">" }, referenceRange: [{ high: percent(5) }] };
    expect(standingOf(bounded)).toBeUndefined();
    expect(standingOf({ valueQuantity: "high", referenceRange: "low", interpretation: 7 })).toBeUndefined();
  });
});
