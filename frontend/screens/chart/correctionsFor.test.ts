import { describe, expect, it } from "vitest";
import { correctionsFor } from "./correctionsFor.ts";

const patient = "0x1111111111111111111111111111111111111111";
const doctor = "0x2222222222222222222222222222222222222222";
const subject = patient;

describe("what can be done about a record", () => {
  it("lets a patient dispute and erase what a doctor added", () => {
    expect(correctionsFor({ me: patient, subject, record: { author: doctor, status: "current" } })).toEqual([
      "dispute",
      "erase",
    ]);
  });

  it.each(["superseded", "entered-in-error", "disputed"] as const)(
    "offers no second word on one that is %s",
    (status) => {
      expect(correctionsFor({ me: patient, subject, record: { author: doctor, status } })).toEqual(["erase"]);
    },
  );

  it("lets patients mark and erase what they added themselves", () => {
    expect(correctionsFor({ me: patient, subject, record: { author: patient, status: "current" } })).toEqual([
      "entered-in-error",
      "erase",
    ]);
  });

  it("lets authors mark their own records in another's chart, disputed ones too, and once", () => {
    for (const status of ["current", "disputed", "superseded"] as const) {
      const offered = correctionsFor({ me: doctor, subject, record: { author: doctor, status } });
      expect(offered).toEqual(["entered-in-error"]);
    }
    expect(correctionsFor({ me: doctor, subject, record: { author: doctor, status: "entered-in-error" } })).toEqual([]);
  });

  it("offers a doctor nothing for what others added", () => {
    expect(correctionsFor({ me: doctor, subject, record: { author: patient, status: "current" } })).toEqual([]);
  });
});
