import { expect, test } from "vitest";
import { ageText } from "./ageText.ts";

test.each([
  ["1967-02-03", "2026-02-02", "58 years"],
  ["1967-02-03", "2026-02-03", "59 years"],
  ["1967-02", "2026-02-01", "59 years"],
  ["1967", "2026-11-22", "59 years"],
  ["2025-01-31", "2026-11-22", "21 months"],
  ["2024-11-22", "2026-11-22", "2 years"],
  ["2026-10-23", "2026-11-22", "30 days"],
  ["2026-10-22", "2026-11-22", "1 month"],
  ["2026-11-22", "2026-11-22", "0 days"],
  ["2027-01-01", "2026-11-22", "0 days"],
])("who was born on %s is on %s %s old", (birthDate, now, age) => {
  expect(ageText(birthDate, `${now}T12:00:00Z`)).toBe(age);
});
