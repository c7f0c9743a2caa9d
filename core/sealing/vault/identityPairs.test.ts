import { expect, it } from "vitest";
import { countedBytes } from "#test/support/sealing/countedBytes.ts";
import { chainId, subject } from "#test/support/sealing/samplePlaces.ts";
import { identitySeed } from "../identitySeed.ts";
import { keyPairOf } from "../keyPairOf.ts";
import { identityPairs } from "./identityPairs.ts";

const pairOf = (root: Uint8Array, suite: 1 | 2) => keyPairOf(identitySeed({ root, chainId, address: subject }), suite);

it("every root has an identity in both suites, the newest first", () => {
  const [old, young] = [countedBytes(32, 1), countedBytes(32, 2)] as const;
  const roots = [
    { firstEpoch: 0, root: old },
    { firstEpoch: 4, root: young },
  ] as const;
  expect(identityPairs({ roots, chainId, address: subject })).toEqual([
    pairOf(young, 2),
    pairOf(young, 1),
    pairOf(old, 2),
    pairOf(old, 1),
  ]);
});
