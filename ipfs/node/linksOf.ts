import { decode } from "@ipld/dag-pb";
import type { CID } from "multiformats/cid";
import { dagPbCode, requireUsable } from "../dag/parseCid.ts";

/** Where a block leads, in order. Only dag-pb blocks lead anywhere. */
export function linksOf(cid: CID, block: Uint8Array): CID[] {
  return cid.code === dagPbCode ? decode(block).Links.map(({ Hash }) => requireUsable(Hash)) : [];
}
