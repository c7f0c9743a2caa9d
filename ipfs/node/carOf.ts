import { decode } from "@ipld/dag-pb";
import type { CID } from "multiformats/cid";
import { carBlockHead, carHeader } from "../dag/carPieces.ts";
import { dagPbCode } from "../dag/parseCid.ts";
import type { BlockFolder } from "./BlockFolder.ts";
import { linksOf } from "./linksOf.ts";

export type CarOfParameters = {
  blocks: BlockFolder;
  root: CID;
  /** How much of what the root leads to: nothing, one file or one directory without what is in it, everything. */
  scope: "block" | "entity" | "all";
};

/** A CAR, depth first, with each block as often as it occurs. Holds one block and the way down to it. */
export async function* carOf({ blocks, root, scope }: CarOfParameters): AsyncGenerator<Uint8Array, void> {
  yield carHeader(root);
  const wanted = [root];
  for (let cid = wanted.pop(); cid !== undefined; cid = wanted.pop()) {
    const block = await blocks.require(cid);
    yield carBlockHead(cid, block.length);
    yield block;
    const isAll = scope === "all" || (scope === "entity" && !isDirectory(cid, block));
    if (isAll) wanted.push(...linksOf(cid, block).toReversed());
  }
}

/** UnixFS begins with its type; 1 is a directory. */
function isDirectory(cid: CID, block: Uint8Array): boolean {
  const data = cid.code === dagPbCode ? decode(block).Data : undefined;
  return data?.[0] === 8 && data[1] === 1;
}
