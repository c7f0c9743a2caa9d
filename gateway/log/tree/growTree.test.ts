import fc from "fast-check";
import type { Hex } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rootOf } from "#core/audit/rootOf.ts";
import { numberedHash } from "#test/support/audit/sampleLogs.ts";
import { wholeProof, wholeRoot } from "#test/support/audit/wholeTree.ts";
import { fuzzRuns } from "#test/support/fuzzing.ts";
import { testDatabase } from "#test/support/testDatabase.ts";
import type { OpenDatabase } from "../../database/Database.ts";
import { logNodes } from "../../database/schema.ts";
import { growTree } from "./growTree.ts";
import { heightOf } from "./heightOf.ts";
import { proofsOf } from "./proofsOf.ts";

let opened: OpenDatabase;
beforeAll(async () => void (opened = await testDatabase()));
afterAll(() => opened.close());

/** Anchors one after the other: what each changes and how many leaves it adds; answers with all the trees there were. */
async function grow(story: readonly { added: number; changed: readonly number[] }[]) {
  const { database } = opened;
  await database.delete(logNodes);
  const leaves: Hex[] = [];
  const trees: { anchor: number; leaves: Hex[]; root: Hex }[] = [];
  let last = 0;
  for (const [place, { added, changed }] of story.entries()) {
    const indices = changed.map((pick) => pick % Math.max(leaves.length, 1)).filter((index) => index < leaves.length);
    const next = Array.from({ length: added }, (_, at) => leaves.length + at);
    const all = new Map([...indices, ...next].map((index) => [index, numberedHash(++last)]));
    for (const [index, hash] of all) leaves[index] = hash;
    if (all.size === 0) continue;
    const root = await growTree({ database, anchor: place + 1, leaves: leaves.length, changed: all });
    trees.push({ anchor: place + 1, leaves: [...leaves], root });
  }
  return trees;
}

describe("the tree over all charts", () => {
  test("has the root of one that is computed anew, at every size, leaf by leaf", async () => {
    const trees = await grow(Array.from({ length: 70 }, () => ({ added: 1, changed: [] })));
    for (const { leaves, root } of trees) expect(root).toBe(wholeRoot(leaves));
  });

  test("has it at every size at once", async () => {
    for (let size = 1; size <= 70; size += 3) {
      const [tree] = await grow([{ added: size, changed: [] }]);
      expect(tree!.root).toBe(wholeRoot(tree!.leaves));
    }
  });

  test("keeps every root and every proof of every anchor, however it grows and changes", async () => {
    const step = fc.record({ added: fc.nat(9), changed: fc.array(fc.nat(), { maxLength: 4 }) });
    const runs = { numRuns: fuzzRuns(10) };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), fc.nat(), async (story, pick) => {
        const trees = await grow(story);
        for (const { leaves, root } of trees) expect(root).toBe(wholeRoot(leaves));
        const index = pick % (trees[0]?.leaves.length ?? 1);
        const wanted = trees.map(({ anchor, leaves }) => ({ anchor, leaves: leaves.length }));
        const proofs = await proofsOf({ database: opened.database, index, trees: wanted });
        for (const [place, { leaves, root }] of trees.entries()) {
          expect(proofs[place]).toEqual(wholeProof(leaves, index));
          expect(rootOf({ index, leaf: leaves[index]!, siblings: proofs[place]! })).toBe(root);
        }
      }),
      runs,
    );
  });

  test("writes no more than the way from what changed to the root", async () => {
    await grow([
      { added: 1000, changed: [] },
      { added: 0, changed: [17] },
    ]);
    const rows = await opened.database.select().from(logNodes);
    expect(rows.filter(({ anchor }) => anchor === 2)).toHaveLength(heightOf(1000) + 1);
  });
});

test.each([
  [1, 0],
  [2, 1],
  [3, 2],
  [4, 2],
  [5, 3],
  [1024, 10],
  [1025, 11],
])("%i leaves have %i levels above them", (leaves, height) => expect(heightOf(leaves)).toBe(height));
