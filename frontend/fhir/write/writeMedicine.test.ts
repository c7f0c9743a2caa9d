import { describe, expect, it } from "vitest";
import { toldOf } from "#test/support/toldOf.ts";
import { writeMedicine } from "./writeMedicine.ts";

const now = new Date("2026-11-21T22:50:30.123Z");

describe("a medicine written by hand", () => {
  it("is told with how it is taken, and since when", () => {
    const typed = { medicine: "Ibuprofen 400 mg", dosage: "One tablet after meals", since: "2026-11-02" };
    const { title, facts } = toldOf(writeMedicine(typed, now).resource!);
    expect(title).toBe("Ibuprofen 400 mg");
    expect(facts.map(({ value }) => value)).toEqual([
      "One tablet after meals",
      "Active",
      expect.stringContaining("November 2, 2026"),
    ]);
  });

  it("invents no source, no dose and no beginning", () => {
    const { resource } = writeMedicine({ medicine: "Ibuprofen", dosage: " ", since: "" }, now);
    expect(Object.keys(resource!).toSorted()).toEqual([
      "dateAsserted",
      "medicationCodeableConcept",
      "resourceType",
      "status",
      "subject",
    ]);
  });

  it.each([
    [{ medicine: " ", dosage: "", since: "" }, "NoMedicine"],
    [{ medicine: "Ibuprofen", dosage: "", since: "June" }, "NoDay"],
    [{ medicine: "Ibuprofen", dosage: "", since: "2026-12-01" }, "Ahead"],
  ])("is none of %j: %s", (typed, fault) => {
    expect(writeMedicine(typed, now)).toEqual({ fault });
  });
});
