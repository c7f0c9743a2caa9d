import { describe, expect, test } from "vitest";
import { describeResults } from "./describeResults.ts";
import { mayHoldResults } from "./mayHoldResults.ts";
import { resultsOf } from "./resultsOf.ts";

const concept = (text: string) => ({ text });
const interpreted = (code: string) => [{ coding: [{ code }] }];

function observation(name: string, more: object = {}) {
  return {
    resourceType: "Observation",
    status: "final",
    code: concept(name),
    effectiveDateTime: "2025-03-01",
    ...more,
  };
}

function measured(name: string, value: number, more: object = {}) {
  const range = [{ low: { value: 4, unit: "%" }, high: { value: 6, unit: "%" } }];
  return observation(name, { valueQuantity: { value, unit: "%" }, referenceRange: range, ...more });
}

function told(...resources: object[]): string | undefined {
  return describeResults(resultsIn(...resources));
}

function resultsIn(...resources: object[]) {
  const bundle = { resourceType: "Bundle", type: "collection", entry: resources.map((resource) => ({ resource })) };
  return resultsOf(new TextEncoder().encode(JSON.stringify(bundle)));
}

describe("what a timeline says of a record's results", () => {
  test("names those that are outside their range or were judged so", () => {
    const sodium = observation("Sodium", { valueString: "see letter", interpretation: interpreted("L") });
    expect(told(measured("HbA1c", 8.1), measured("Iron", 5), sodium, measured("LDL", 7))).toBe(
      "High: HbA1c; LDL. Low: Sodium",
    );
  });

  test("counts them where they are many, out of those that anybody judged", () => {
    const high = ["A", "B", "C", "D", "E"].map((name) => measured(name, 9));
    expect(told(...high, measured("Iron", 5), observation("Smoking"))).toBe(
      "5 of 6 results outside their range: A; B; C and 2 more",
    );
  });

  test("says nothing where nothing is, where it was a mistake, or where nobody gave a range", () => {
    const mistaken = measured("HbA1c", 9, { status: "entered-in-error" });
    expect(told(measured("Iron", 5), mistaken, observation("Weight", { valueQuantity: { value: 900 } }))).toBe(
      undefined,
    );
  });

  test("finds results inside a report too, names each once, and blood pressure by its part", () => {
    const report = { resourceType: "DiagnosticReport", contained: [measured("HbA1c", 9), measured("HbA1c", 10)] };
    const parts = [{ code: concept("Systolic"), valueQuantity: { value: 150 }, interpretation: interpreted("H") }];
    expect(told(report, observation("Blood pressure", { component: parts }))).toBe("High: HbA1c; Blood pressure");
  });

  test.each(["", "{", '{"resourceType":"Patient"}', "[]", '{"resourceType":"Bundle","entry":[7]}'])(
    "nothing comes of %s",
    (text) => {
      expect(resultsOf(new TextEncoder().encode(text))).toEqual([]);
    },
  );

  test("records in force that hold FHIR are opened, whatever their entries name, so that nobody sees which have results", () => {
    const entry = { mediaType: "application/fhir+json", resources: ["Encounter", "Observation"] };
    const opens = (status: string, more: object = {}) =>
      mayHoldResults({ status, entry: { ...entry, ...more } } as Parameters<typeof mayHoldResults>[0]);
    expect([opens("current"), opens("disputed")]).toEqual([true, true]);
    expect([opens("superseded"), opens("entered-in-error")]).toEqual([false, false]);
    expect(opens("current", { resources: ["Goal"] })).toBe(true);
    expect(opens("current", { mediaType: "application/pdf" })).toBe(false);
  });
});
