import { describe, expect, it } from "vitest";
import { keyIdOf } from "./keyIdOf.ts";
import { keyPairOf } from "./keyPairOf.ts";
import { type EpochSeed, keyringOf } from "./keyring.ts";

const seeds: EpochSeed[] = [
  { category: 2, epoch: 3, suite: 1, seed: new Uint8Array(32).fill(1) },
  { category: 4, epoch: 5, suite: 2, seed: new Uint8Array(32).fill(2) },
];

describe("keyringOf", () => {
  it("finds each key by its id, with the category and epoch it is for", () => {
    const keyring = keyringOf(seeds);
    expect(keyring.size).toBe(2);
    for (const { category, epoch, suite, seed } of seeds) {
      const pair = keyPairOf(seed, suite);
      expect(keyring.get(keyIdOf(pair.publicKey))).toEqual({ ...pair, category, epoch });
    }
  });

  it("is empty of no seeds", () => {
    expect(keyringOf([]).size).toBe(0);
  });
});
