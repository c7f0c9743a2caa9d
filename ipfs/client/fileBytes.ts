import type { CID } from "multiformats/cid";
import { IpfsError } from "../IpfsError.ts";
import { dagPbCode } from "../dag/parseCid.ts";
import { type FileNode, parseFileNode } from "../dag/parseFileNode.ts";

/** Of a tree of files that anybody really has: 1,024 parts a node make an exabyte on four floors. */
const mostFloors = 8;

type Wanted = { cid: CID; size: number | undefined; floor: number };

/** The bytes of a file in order, from blocks whose bytes are known to be right. Holds one block and the way down to it. */
export async function* fileBytes(
  root: CID,
  blockOf: (cid: CID) => Promise<Uint8Array>,
): AsyncGenerator<Uint8Array, void> {
  const wanted: Wanted[] = [{ cid: root, size: undefined, floor: 0 }];
  for (let next = wanted.pop(); next !== undefined; next = wanted.pop()) {
    const { cid, size, floor } = next;
    const node = nodeOf(cid, await blockOf(cid));
    if (size !== undefined && node.size !== size) throw new IpfsError("NotAFile", "size of a part");
    if (floor === mostFloors) throw new IpfsError("NotAFile", "floors");
    for (const part of node.parts.toReversed()) wanted.push({ ...part, floor: floor + 1 });
    if (node.content.length > 0) yield node.content;
  }
}

function nodeOf(cid: CID, block: Uint8Array): FileNode {
  return cid.code === dagPbCode ? parseFileNode(block) : { content: block, parts: [], size: block.length };
}
