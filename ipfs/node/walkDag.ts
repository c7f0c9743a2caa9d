import type { CID } from "multiformats/cid";
import { dagPbCode } from "../dag/parseCid.ts";
import { type BlockFolder, keyOf } from "./BlockFolder.ts";
import { linksOf } from "./linksOf.ts";

/**
 * A root and all that it leads to, each once and none that is in `seen`, to which they are added. Reads only blocks that
 * have links; what is not here is told and leads nowhere.
 */
export async function* walkDag(blocks: BlockFolder, root: CID, seen: Set<string>): AsyncGenerator<CID, void> {
  const wanted = [root];
  for (let cid = wanted.pop(); cid !== undefined; cid = wanted.pop()) {
    if (seen.has(keyOf(cid))) continue;
    seen.add(keyOf(cid));
    yield cid;
    const block = cid.code === dagPbCode ? await blocks.read(cid) : undefined;
    if (block !== undefined) wanted.push(...linksOf(cid, block).toReversed());
  }
}
