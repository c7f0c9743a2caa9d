import { describe, expect, it } from "vitest";
import { describeDosage } from "./describeDosage.ts";

const reader = { locale: "en-US", timeZone: "UTC" };
const tablets = (value: number) => [{ doseQuantity: { value, unit: "tablet" } }];
const repeat = (members: object) => ({ timing: { repeat: members } });

describe("how a medicine is taken", () => {
  it("is told in its author's words", () => {
    const dosage = {
      text: "1 tablet twice a day with meals",
      timing: { repeat: { frequency: 3, period: 1, periodUnit: "d" } },
    };
    expect(describeDosage(dosage, reader)).toBe("1 tablet twice a day with meals");
    expect(describeDosage({ text: "1 tablet", patientInstruction: "Drink water." }, reader)).toBe(
      "1 tablet. Drink water.",
    );
  });

  it.each([
    [{ ...repeat({ frequency: 1, period: 1, periodUnit: "d" }), doseAndRate: tablets(1) }, "1 tablet once a day"],
    [{ ...repeat({ frequency: 2, period: 1, periodUnit: "d" }), doseAndRate: tablets(2) }, "2 tablets twice a day"],
    [{ ...repeat({ frequency: 3, frequencyMax: 4, period: 1, periodUnit: "d" }) }, "3 to 4 times a day"],
    [repeat({ frequency: 1, period: 8, periodUnit: "h" }), "Every 8 hours"],
    [repeat({ frequency: 1, period: 4, periodMax: 6, periodUnit: "h" }), "Every 4 to 6 hours"],
    [repeat({ frequency: 2, period: 3, periodUnit: "wk" }), "2 times every 3 weeks"],
    [{ ...repeat({ when: ["HS"] }), doseAndRate: tablets(1) }, "1 tablet at bedtime"],
    [
      repeat({ frequency: 1, period: 1, periodUnit: "wk", dayOfWeek: ["thu", "mon"] }),
      "Once a week, on Monday and Thursday",
    ],
    [
      repeat({ frequency: 2, period: 1, periodUnit: "d", timeOfDay: ["08:00:00", "20:00:00"] }),
      "Twice a day, at 08:00, 20:00",
    ],
    [
      repeat({ frequency: 1, period: 1, periodUnit: "d", boundsDuration: { value: 7, code: "d" } }),
      "Once a day, for 7 days",
    ],
    [{ timing: { code: { coding: [{ code: "BID" }] } } }, "Twice a day"],
    [{ asNeededBoolean: true }, "As needed"],
    [{ asNeededCodeableConcept: { text: "Pain" }, doseAndRate: tablets(1) }, "1 tablet, as needed for pain"],
    [
      {
        doseAndRate: [{ doseRange: { low: { value: 5, unit: "mg" }, high: { value: 10, unit: "mg" } } }],
        route: { text: "Oral" },
        maxDosePerPeriod: { numerator: { value: 40, unit: "mg" }, denominator: { value: 1, code: "d" } },
      },
      "5 to 10 mg, oral, at most 40 mg in 1 day",
    ],
  ])("is built from what was entered: %j", (dosage, told) => {
    expect(describeDosage(dosage, reader)?.replaceAll("\u{a0}", " ")).toBe(told);
  });

  it.each([
    [undefined],
    [{}],
    ["1 tablet"],
    [{ text: 7, timing: "daily" }],
    [repeat({ frequency: "x", period: {}, periodUnit: 1 })],
  ])("is nothing where nothing can be understood: %j", (dosage) => {
    expect(describeDosage(dosage, reader)).toBeUndefined();
  });
});
