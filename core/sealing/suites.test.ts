import { expect, it } from "vitest";
import { defaultSuite, isSuite } from "./suites.ts";

it("there are two suites, and the one that outlives quantum computers is the default", () => {
  expect([0, 1, 2, 3, "1", undefined].filter(isSuite)).toEqual([1, 2]);
  expect(defaultSuite).toBe(2);
});
