import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numberedHash } from "#test/support/audit/sampleLogs.ts";
import { wholeProof, wholeRoot } from "#test/support/audit/wholeTree.ts";
import { rootOf } from "./rootOf.ts";

const leavesOf = (size: number) => Array.from({ length: size }, (_, index) => numberedHash(index));
const place = fc.integer({ min: 2, max: 70 }).chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1)));

describe("a proof", () => {
  it("leads from every leaf of every tree to its root", () => {
    for (let size = 1; size <= 70; size++) {
      const leaves = leavesOf(size);
      const root = wholeRoot(leaves);
      for (const [index, leaf] of leaves.entries()) {
        expect(rootOf({ index, leaf, siblings: wholeProof(leaves, index) })).toBe(root);
      }
    }
  });

  it("leads elsewhere with another leaf, another sibling, or at another index", () => {
    fc.assert(
      fc.property(place, fc.nat(), ([size, index], pick) => {
        const leaves = leavesOf(size);
        const [root, siblings, leaf] = [wholeRoot(leaves), wholeProof(leaves, index), leaves[index]!];
        expect(rootOf({ index, siblings, leaf: numberedHash(size) })).not.toBe(root);
        const altered = siblings.with(pick % siblings.length, numberedHash(size));
        expect(rootOf({ index, leaf, siblings: altered })).not.toBe(root);
        const elsewhere = (index + 1 + (pick % (size - 1))) % size;
        expect(rootOf({ index: elsewhere, leaf, siblings })).not.toBe(root);
      }),
    );
  });

  it.each<[string, number, (string | null)[]]>([
    ["whose index lies beyond the tree", 2, [numberedHash(1)]],
    ["in which a right node has no left sibling", 1, [null, numberedHash(1)]],
    ["in which the last node has something to its right further up", 0, [null, numberedHash(1)]],
    ["whose root moved up alone", 0, [numberedHash(1), null]],
    ["of a lonely leaf that moved up", 0, [null]],
  ])("%s is none", (_, index, siblings) => {
    expect(rootOf({ index, leaf: numberedHash(0), siblings: siblings as `0x${string}`[] })).toBeUndefined();
  });
});
