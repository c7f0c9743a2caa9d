import { describe, expect, it } from "vitest";
import { recordIssued } from "./recordIssued.ts";

function observation(members: object) {
  return { resourceType: "Observation", ...members };
}

describe("recordIssued", () => {
  it("is when the visit began", () => {
    const encounter = { resourceType: "Encounter", period: { start: "2024-05-06T09:00:00+02:00", end: "2024-05-07" } };
    const resources = [observation({ effectiveDateTime: "2025-01-01" })];
    expect(recordIssued({ resources, encounter })).toBe("2024-05-06T07:00:00.000Z");
    expect(recordIssued({ resources, encounter: { ...encounter, period: { end: "2024-05-07" } } })).toBe(
      "2024-05-07T00:00:00.000Z",
    );
  });

  it("is the newest date of what belongs to no visit, compared in time and not by letter", () => {
    const resources = [
      observation({ effectiveDateTime: "2024-05-06T23:00:00-08:00" }),
      observation({ effectiveDateTime: "2024-05-07T01:00:00+08:00" }),
      observation({ effectivePeriod: { start: "2023" } }),
    ];
    expect(recordIssued({ resources })).toBe("2024-05-07T07:00:00.000Z");
  });

  it("takes the first sound date of each", () => {
    expect(recordIssued({ resources: [observation({ effectiveDateTime: "soon", issued: "2024-05-06" })] })).toBe(
      "2024-05-06T00:00:00.000Z",
    );
    expect(recordIssued({ resources: [observation({ meta: { lastUpdated: "2024-05-06" } })] })).toBe(
      "2024-05-06T00:00:00.000Z",
    );
  });

  it("knows none where there is none, nor in birthdays and ends", () => {
    const resources = [
      { resourceType: "Patient", birthDate: "1990-01-01" },
      observation({ effectivePeriod: { end: "2024" } }),
    ];
    expect(recordIssued({ resources })).toBeUndefined();
    expect(recordIssued({ resources: [], encounter: { resourceType: "Encounter", period: "2024" } })).toBeUndefined();
  });
});
