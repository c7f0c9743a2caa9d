import { describe, expect, it } from "vitest";
import { recordTitle } from "./recordTitle.ts";

const snomed = "http://snomed.info/sct";
const checkUp = { coding: [{ system: snomed, code: "185349003", display: "Encounter for check up (procedure)" }] };
const bronchitis = { coding: [{ system: snomed, code: "10509002", display: "Acute bronchitis (disorder)" }] };
const encounter = { resourceType: "Encounter", type: [checkUp], reasonCode: [bronchitis] };
const observation = { resourceType: "Observation", code: { text: "Haemoglobin" } };

describe("recordTitle", () => {
  it("names a visit by its kind and reason", () => {
    expect(recordTitle({ category: "encounters", resources: [encounter], encounter })).toBe(
      "Encounter for check up: Acute bronchitis",
    );
  });

  it("names the visit elsewhere without its reason", () => {
    expect(recordTitle({ category: "labs", resources: [observation], encounter })).toBe(
      "Laboratory results: Encounter for check up",
    );
  });

  it("does not tell elsewhere what kind a sensitive visit was", () => {
    const therapy = {
      resourceType: "Encounter",
      type: [{ coding: [{ system: snomed, code: "75516001", display: "Psychotherapy" }] }],
    };
    expect(recordTitle({ category: "labs", resources: [observation, encounter], encounter: therapy })).toBe(
      "Laboratory results",
    );
    expect(recordTitle({ category: "mental-health", resources: [therapy], encounter: therapy })).toBe(
      "Mental health: Psychotherapy",
    );
  });

  it.each([
    [{ class: { code: "EMER" } }, "Emergency visit"],
    [{ class: { code: "toString" } }, "Visit"],
    [{ class: { code: "XYZ", display: "House call" } }, "House call"],
    [{ serviceType: { text: "Dentistry" } }, "Dentistry"],
    [{ type: "nonsense", class: 7, reasonCode: {} }, "Visit"],
  ])("names a visit with %o", (members, title) => {
    const visit = { resourceType: "Encounter", ...members };
    expect(recordTitle({ category: "encounters", resources: [visit], encounter: visit })).toBe(title);
  });

  it("names what belongs to no visit by the name that all of it has", () => {
    expect(recordTitle({ category: "labs", resources: [observation, observation] })).toBe(
      "Laboratory results: Haemoglobin",
    );
    expect(recordTitle({ category: "labs", resources: [observation, encounter] })).toBe("Laboratory results");
    expect(recordTitle({ category: "summary", resources: [{ resourceType: "Patient" }] })).toBe("Summary");
  });

  it("calls a document by its own title", () => {
    const composition = { resourceType: "Composition", title: "Discharge\nletter", type: { text: "Summary" } };
    expect(recordTitle({ category: "encounters", resources: [composition] })).toBe("Discharge letter");
  });

  it("is never long", () => {
    const long = { resourceType: "Observation", code: { text: "very ".repeat(1_000) } };
    expect([...recordTitle({ category: "labs", resources: [long] })].length).toBeLessThanOrEqual(120);
  });
});
