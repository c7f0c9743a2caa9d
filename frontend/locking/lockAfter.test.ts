import { describe, expect, test } from "vitest";
import { parseLockAfter } from "./lockAfter.ts";

describe("the minutes after which a device locks", () => {
  test("are what was chosen", () => {
    expect(["1", "10", "60"].map(parseLockAfter)).toEqual([1, 10, 60]);
  });

  test("are ten where nothing was chosen, or nonsense stands there", () => {
    for (const text of [null, undefined, "", "0", "-1", "600", "NaN", "1e9", "{}"])
      expect(parseLockAfter(text)).toBe(10);
  });
});
