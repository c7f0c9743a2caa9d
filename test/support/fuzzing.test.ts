import fc from "fast-check";
import { expect, inject, it } from "vitest";
import { fuzzRuns } from "./fuzzing.ts";

const { runs, seed } = inject("fuzzing");

it("draws as many cases as OWNCHART_FUZZ_RUNS says, else a hundred", () => {
  let drawn = 0;
  fc.assert(fc.property(fc.integer(), () => void drawn++));
  expect(drawn).toBe(Number(runs || 100));
});

it("lets a property have its own usual number", () => {
  expect(fuzzRuns(7)).toBe(Number(runs || 7));
});

it.runIf(seed)("draws the same cases again from OWNCHART_FUZZ_SEED", () => {
  expect(fc.sample(fc.integer())).toEqual(fc.sample(fc.integer()));
});
