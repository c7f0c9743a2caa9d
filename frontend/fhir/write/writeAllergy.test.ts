import { describe, expect, it } from "vitest";
import { toldOf } from "#test/support/toldOf.ts";
import { type TypedAllergy, writeAllergy } from "./writeAllergy.ts";

const now = new Date("2026-11-21T22:50:30.123Z");
const nothing: TypedAllergy = { substance: "", reaction: "", severity: "", since: "" };
const written = (typed: Partial<TypedAllergy>) => writeAllergy({ ...nothing, ...typed }, now);

describe("an allergy written by hand", () => {
  it("is one that its patient tells of and nobody has confirmed", () => {
    const { resource } = written({
      substance: " Bee stings ",
      reaction: "Swelling",
      severity: "severe",
      since: "2015",
    });
    const { title, marks, facts } = toldOf(resource!);
    expect(title).toBe("Bee stings");
    expect(marks).toEqual(["Not confirmed"]);
    expect(facts).toEqual([
      { label: "Reaction", value: "Swelling (severe)" },
      { label: "Status", value: "Active" },
      { label: "Began", value: "2015" },
      { label: "Noted", value: "November 21, 2026" },
      { label: "Recorded by", value: "The patient" },
    ]);
  });

  it("says nothing of what was not told", () => {
    const { resource } = written({ substance: "Nuts" });
    expect(Object.keys(resource!)).not.toContain("reaction");
    expect(Object.keys(resource!)).not.toContain("onsetDateTime");
  });

  it.each([
    [{}, "NoSubstance"],
    [{ substance: " \n" }, "NoSubstance"],
    [{ substance: "Nuts", severity: "mild" }, "SeverityAlone"],
    [{ substance: "Nuts", since: "when I was small" }, "NoDay"],
    [{ substance: "Nuts", since: "1815" }, "NoDay"],
    [{ substance: "Nuts", since: "2015-02-30" }, "NoDay"],
    [{ substance: "Nuts", since: "2027" }, "Ahead"],
  ] as const)("is none of %j: %s", (typed, fault) => {
    expect(written(typed)).toEqual({ fault });
  });
});
