import { expect, test } from "vitest";
import { dayAfterYears, endOfDay, startOfDay } from "./termDays.ts";

test("a term begins with its first day and ends with its last, where whoever chooses it is", () => {
  const moment = new Date(2026, 10, 22, 15, 30).getTime() / 1000;
  expect(dayAfterYears(moment, 0)).toBe("2026-11-22");
  expect(dayAfterYears(moment, 2)).toBe("2028-11-22");
  expect(new Date(startOfDay("2026-11-22") * 1000)).toEqual(new Date(2026, 10, 22, 0, 0, 0));
  expect(new Date(endOfDay("2028-11-22") * 1000)).toEqual(new Date(2028, 10, 22, 23, 59, 59));
});
