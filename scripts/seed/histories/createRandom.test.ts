import fc from "fast-check";
import { expect, test } from "vitest";
import { createRandom } from "./createRandom.ts";

const seed = fc.integer();

test("Numbers follow from the seed, and lie where they were asked for", () => {
  fc.assert(
    fc.property(seed, fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 50 }), (from, low, size) => {
      const [random, same] = [createRandom(from), createRandom(from)];
      for (let i = 0; i < 20; i++) {
        const value = random.whole(low, low + size);
        expect(value).toBe(same.whole(low, low + size));
        expect(Number.isInteger(value) && value >= low && value < low + size).toBe(true);
      }
    }),
  );
});

test("Names are UUIDs of version 4, and no two of a seed are the same", () => {
  fc.assert(
    fc.property(seed, (from) => {
      const random = createRandom(from);
      const names = Array.from({ length: 200 }, () => random.uuid());
      expect(new Set(names).size).toBe(200);
      for (const name of names)
        expect(name).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    }),
  );
});

test("Seeds that are neighbours tell different numbers", () => {
  const firsts = Array.from({ length: 1000 }, (_, from) => createRandom(from).between(0, 1));
  expect(new Set(firsts).size).toBe(1000);
  const mean = firsts.reduce((sum, value) => sum + value, 0) / 1000;
  expect(mean).toBeGreaterThan(0.45);
  expect(mean).toBeLessThan(0.55);
});
