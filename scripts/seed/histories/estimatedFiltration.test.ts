import { describe, expect, test } from "vitest";
import { readShared } from "#test/support/shared.ts";
import { estimatedFiltration } from "./estimatedFiltration.ts";

const at = new Date("2025-12-30T12:00:00Z");
const aged = (age: number, sex: "female" | "male") => ({ name: "Somebody", sex, birthDate: `${2025 - age}-03-01` });
const table = await readShared("fixtures/risk-oracles/ckdepi2021_600.csv");

describe("Estimated filtration", () => {
  test.each([
    [50, "female", 0.7, 105],
    [50, "male", 0.9, 104],
    [80, "male", 1.8, 38],
  ] as const)("at %s, %s, with creatinine of %s mg/dL is %s mL a minute", (age, sex, creatinine, expected) => {
    expect(Math.round(estimatedFiltration(aged(age, sex), creatinine, at))).toBe(expected);
  });

  test.skipIf(table === undefined)(
    `is what another program computed${table === undefined ? " (left out: ../shared is not here)" : ""}`,
    () => {
      const rows = new TextDecoder().decode(table).trim().split("\n").slice(1);
      for (const row of rows) {
        const [creatinine, age, sex, expected] = row.split(",");
        const person = aged(Number(age), sex === '"Male"' ? "male" : "female");
        expect(estimatedFiltration(person, Number(creatinine), at)).toBeCloseTo(Number(expected), 1);
      }
      expect(rows.length).toBeGreaterThan(100);
    },
  );
});
