import type { Hex } from "viem";
import { nodeHash } from "#core/audit/nodeHash.ts";

/** All levels of a tree, from the leaves up, computed anew: what an incremental one must agree with. */
function levelsOf(leaves: readonly Hex[]): Hex[][] {
  const levels = [[...leaves]];
  while (levels.at(-1)!.length > 1) {
    const below = levels.at(-1)!;
    const parents = below.flatMap((left, index) => {
      const right = below[index + 1];
      return index % 2 === 1 ? [] : [right === undefined ? left : nodeHash({ left, right })];
    });
    levels.push(parents);
  }
  return levels;
}

export function wholeRoot(leaves: readonly Hex[]): Hex {
  return levelsOf(leaves).at(-1)![0]!;
}

export function wholeProof(leaves: readonly Hex[], index: number): (Hex | null)[] {
  const below = levelsOf(leaves).slice(0, -1);
  return below.map((level, height) => level[Math.floor(index / 2 ** height) ^ 1] ?? null);
}
