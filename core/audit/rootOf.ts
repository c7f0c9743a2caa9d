import type { Hex } from "viem";
import { nodeHash } from "./nodeHash.ts";

export type RootOfParameters = {
  index: number;
  leaf: Hex;
  /** From the leaf upwards; null where there is no right sibling, so that the node moves up unchanged. */
  siblings: readonly (Hex | null)[];
};

/** The root to which a leaf leads; undefined where no tree has such a way at that index. */
export function rootOf({ index, leaf, siblings }: RootOfParameters): Hex | undefined {
  let node = leaf;
  let place = index;
  let isLast = false;
  for (const sibling of siblings) {
    const isRight = place % 2 === 1;
    if (sibling === null ? isRight : isLast && !isRight) return undefined; // whoever is last stays last further up
    if (sibling === null) isLast = true;
    else node = isRight ? nodeHash({ left: sibling, right: node }) : nodeHash({ left: node, right: sibling });
    place = Math.floor(place / 2);
  }
  return place === 0 && siblings.at(-1) !== null ? node : undefined;
}
