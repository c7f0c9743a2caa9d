import { describe, expect, test } from "vitest";
import { daysLeft, standingSentence } from "./standingSentence.ts";

const now = 1_800_000_000;
const day = 86_400;
const licence = { status: "active", validFrom: now - day, validUntil: now + 400 * day } as const;
const ending = (days: number) => ({ ...licence, validUntil: now + days * day });

describe("how a licence stands", () => {
  test("is said with its end, and from sixty days before with what to do", () => {
    expect(standingSentence(licence, now)).toMatch(/^In force until /);
    expect(standingSentence(ending(61), now)).toMatch(/^In force until /);
    expect(standingSentence(ending(60), now)).toContain("in 60 days");
    expect(standingSentence(ending(1), now)).toContain("in 1 day.");
  });

  test("is said when it has ended, has not begun, or was stopped, whatever its time", () => {
    expect(standingSentence(ending(0), now)).toContain("You can still read");
    expect(standingSentence({ ...licence, validFrom: now + day }, now)).toMatch(/^It begins on /);
    for (const status of ["suspended", "revoked"] as const)
      expect(standingSentence({ ...ending(0), status }, now)).toContain(status);
  });

  test("has few days left only while it counts", () => {
    expect([60, 61, 0, -1].map((days) => daysLeft(ending(days), now))).toEqual([60, undefined, undefined, undefined]);
    expect(daysLeft({ ...ending(5), status: "suspended" }, now)).toBeUndefined();
    expect(daysLeft({ ...ending(5), validFrom: now + 1 }, now)).toBeUndefined();
  });
});
