import { describe, expect, it } from "vitest";
import { parseFhirJson } from "#core/records/parseFhirJson.ts";
import { formatQuantity } from "./formatQuantity.ts";
import { formatUnit } from "./formatUnit.ts";

const reader = { locale: "en-US" };
const space = "\u{a0}";

describe("a unit", () => {
  it.each([
    ["mm[Hg]", "mmHg"],
    ["Cel", "°C"],
    ["[degF]", "°F"],
    ["10*3/uL", "×10³/µL"],
    ["10*9/L", "×10⁹/L"],
    ["10*-3", "×10⁻³"],
    ["ug/dL", "µg/dL"],
    ["umol/L", "µmol/L"],
    ["uL", "µL"],
    ["kg/m2", "kg/m²"],
    ["m[IU]/L", "mIU/L"],
    ["[IU]/mL", "IU/mL"],
    ["kU/L", "kU/L"],
    ["mL/min/{1.73_m2}", "mL/min/1.73 m²"],
    ["/min", "per minute"],
    ["[lb_av]", "lb"],
    ["[in_i]", "in"],
    ["{INR}", "INR"],
    ["{beats}/min", "beats per minute"],
    ["%", "%"],
    ["1", ""],
    ["[pH]", ""],
    ["mmol/L", "mmol/L"],
    ["beats/minute", "beats/minute"],
    ["tablet", "tablet"],
    ["units", "units"],
    ["constructor", "constructor"],
    ["", ""],
  ])("%s is written %s", (code, told) => {
    expect(formatUnit(code)).toBe(told);
  });
});

describe("a quantity", () => {
  it("keeps the digits it was written with", () => {
    const { value } = parseFhirJson('{"value": 7.0}') as { value: unknown };
    expect(formatQuantity({ value, unit: "%" }, reader)).toBe(`7.0${space}%`);
    expect(formatQuantity({ value: 7, unit: "%" }, reader)).toBe(`7${space}%`);
  });

  it("loses the digits that nobody measured", () => {
    expect(formatQuantity({ value: 132.29943390124447, unit: "cm" }, reader)).toBe(`132.3${space}cm`);
    expect(formatQuantity({ value: 5.678912345 }, reader)).toBe("5.68");
    expect(formatQuantity({ value: 12345.678901 }, reader)).toBe("12,345.7");
    expect(formatQuantity({ value: 0.00012345 }, reader)).toBe("0.000123");
  });

  it("says how it compares, and in the reader's way of writing numbers", () => {
    expect(formatQuantity({ value: 1234.5, comparator: ">=", unit: "g" }, { locale: "de-DE" })).toBe(
      `≥${space}1.234,5${space}g`,
    );
  });

  it("uses the code where no unit is said", () => {
    expect(formatQuantity({ value: 120, code: "mm[Hg]" }, reader)).toBe(`120${space}mmHg`);
  });

  it.each([
    [undefined],
    ["7"],
    [{}],
    [{ value: "much" }],
    [{ value: {} }],
    [{ value: Number.NaN }],
    [{ value: "1e999" }],
    [[]],
  ])("is nothing without a number: %j", (quantity) => {
    expect(formatQuantity(quantity, reader)).toBeUndefined();
  });
});
