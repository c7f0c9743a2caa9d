import { describe, expect, test } from "vitest";
import { createRecoveryCode } from "#core/sealing/vault/recoveryCode.ts";
import { groupsOf, groupsToAsk, isGroup } from "./recoveryGroups.ts";

describe("the groups of a recovery code", () => {
  test("are five of five symbols and one of two", () => {
    expect(groupsOf(createRecoveryCode()).map(({ length }) => length)).toEqual([5, 5, 5, 5, 5, 2]);
  });

  test("are known again however they were read from paper", () => {
    for (const typed of ["70A1Z", " 7oa1z ", "7OAIZ", "7 0 a l z", "70a-1z"])
      expect(isGroup("70A1Z", typed)).toBe(true);
  });

  test("are not taken for others", () => {
    for (const typed of ["", "70A1", "70A1ZZ", "70A2Z", "A701Z"]) expect(isGroup("70A1Z", typed)).toBe(false);
  });

  test("are asked for by twos, different ones, in order, and never the short one", () => {
    const groups = groupsOf(createRecoveryCode());
    for (let i = 0; i < 25; i++) {
      const draws = [i % 5, Math.floor(i / 5)].map((it) => it / 5);
      const [first, second] = groupsToAsk(groups, () => draws.shift()!);
      expect(first).toBeLessThan(second);
      expect(first).toBeGreaterThanOrEqual(0);
      expect(second).toBeLessThanOrEqual(4);
    }
  });
});
