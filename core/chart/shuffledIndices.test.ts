import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shuffledIndices } from "./shuffledIndices.ts";

describe("shuffledIndices", () => {
  it("holds every index once", () => {
    fc.assert(
      fc.property(fc.nat(300), (count) => {
        expect(shuffledIndices(count).toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i));
      }),
    );
  });

  it("brings each index to each place about as often", () => {
    const [rounds, count] = [6000, 6];
    const times = Array.from({ length: count * count }, () => 0);
    for (let round = 0; round < rounds; round++) {
      for (const [place, index] of shuffledIndices(count).entries()) times[place * count + index]!++;
    }
    // A thousand each, with a standard deviation of 29: eight of them are no accident.
    for (const often of times) expect(Math.abs(often - rounds / count)).toBeLessThan(8 * 29);
  });
});
