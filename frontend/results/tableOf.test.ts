import { describe, expect, test } from "vitest";
import { quickest } from "#test/support/quickest.ts";
import { resultsOf } from "./resultsOf.ts";
import { tableOf } from "./tableOf.ts";

const reader = { locale: "en-US", timeZone: "UTC" };
const loinc = (code: string, text: string) => ({ coding: [{ system: "http://loinc.org", code }], text });

function value(time: string, written: number, more: object = {}) {
  const code = loinc("4548-4", "HbA1c");
  const valueQuantity = { value: written, unit: "%" };
  return { resourceType: "Observation", status: "final", effectiveDateTime: time, code, valueQuantity, ...more };
}

const pressure = (time: string, systolic: number, diastolic: number) => ({
  resourceType: "Observation",
  status: "final",
  effectiveDateTime: time,
  code: loinc("85354-9", "Blood pressure panel"),
  component: [
    { code: loinc("8462-4", "Diastolic"), valueQuantity: { value: diastolic, unit: "mm[Hg]" } },
    { code: loinc("8480-6", "Systolic"), valueQuantity: { value: systolic, unit: "mm[Hg]" } },
  ],
});

function tableIn(...resources: object[]) {
  const bundle = { resourceType: "Bundle", type: "collection", entry: resources.map((resource) => ({ resource })) };
  return tableOf(resultsOf(new TextEncoder().encode(JSON.stringify(bundle))), reader);
}

const cellsOf = ({ rows }: ReturnType<typeof tableIn>, name: string) =>
  Object.fromEntries([...rows.find((row) => row.name === name)!.cells].map(([day, cell]) => [day, cell.value]));

describe("results as a table", () => {
  test("have a row for each thing, also where it was measured once, and a column for each day, newest first", () => {
    const table = tableIn(
      value("2024-03-01", 7.1),
      value("2025-03-01", 6.9),
      pressure("2025-03-01T08:00:00Z", 128, 76),
    );
    expect(table.days).toEqual(["March 1, 2025", "March 1, 2024"]);
    expect(table.rows.map(({ name, unit }) => [name, unit])).toEqual([
      ["Blood pressure", "mmHg"],
      ["HbA1c", "%"],
    ]);
    expect(cellsOf(table, "HbA1c")).toEqual({ "March 1, 2024": "7.1", "March 1, 2025": "6.9" });
    expect(cellsOf(table, "Blood pressure")).toEqual({ "March 1, 2025": "128/76" });
  });

  test("show the newest of a day, and say how many others there are", () => {
    const table = tableIn(value("2025-03-01T18:00:00Z", 6.9), value("2025-03-01T08:00:00Z", 7.4));
    expect(table.rows[0]!.cells.get("March 1, 2025")).toMatchObject({ value: "6.9", more: 1 });
  });

  test("say what is outside its range, also of one part", () => {
    const referenceRange = [{ low: { value: 4, unit: "%" }, high: { value: 6, unit: "%" } }];
    const table = tableIn(value("2025-03-01", 8, { referenceRange }));
    expect(table.rows[0]!.cells.get("March 1, 2025")!.standing).toEqual({ word: "High", isNotable: true });
  });

  test("keep apart what was measured in another unit", () => {
    const table = tableIn(
      value("2025-03-01", 52, { valueQuantity: { value: 52, unit: "mmol/mol" } }),
      value("2025-03-01", 6.9),
    );
    expect(table.rows.map(({ unit }) => unit).toSorted()).toEqual(["%", "mmol/mol"]);
  });

  test("of ten thousand values take no longer than a blink", () => {
    const day = (n: number) => new Date(Date.UTC(2000, 0, 1 + (n % 4000))).toISOString();
    const bundle = {
      resourceType: "Bundle",
      entry: [...Array(10_000).keys()].map((n) => ({ resource: value(day(n), n) })),
    };
    const results = resultsOf(new TextEncoder().encode(JSON.stringify(bundle)));
    expect(quickest(() => tableOf(results, reader), { wanted: 200 })).toBeLessThan(200);
  });
});
