import { expect, test } from "vitest";
import { medianOf } from "./medianOf.ts";

test("the median is the middle one by size, or what lies between the two in the middle", () => {
  expect(medianOf([7])).toBe(7);
  expect(medianOf([10, 9, 2])).toBe(9);
  expect(medianOf([10, 2, 9, 4])).toBe(6.5);
  expect(() => medianOf([])).toThrow("nothing");
});
