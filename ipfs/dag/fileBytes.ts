import type { CID } from "multiformats/cid";
import { IpfsError } from "../IpfsError.ts";
import { dagPbCode } from "./parseCid.ts";
import { type FileNode, parseFileNode } from "./parseFileNode.ts";

export type FileBytesParameters = {
  root: CID;
  /** Answers with a block whose bytes are known to be those of the CID. */
  blockOf(cid: CID): Promise<Uint8Array>;
  /** Which part of the file is wanted; all of it otherwise. */
  offset?: number;
  length?: number;
};

/** `size` is unknown of the root alone, `start` is where in the file it begins, `floor` how far below the root it is. */
type Wanted = { cid: CID; size: number | undefined; start: number; floor: number };

/** Of a tree of files that anybody really has: 1,024 parts a node make an exabyte on four floors. */
const mostFloors = 8;

/** The bytes of a file in order. Holds one block and the way down to it, and reads none that is not needed. */
export async function* fileBytes(parameters: FileBytesParameters): AsyncGenerator<Uint8Array, void> {
  const { root, blockOf, offset = 0, length = Infinity } = parameters;
  const end = offset + length;
  const wanted: Wanted[] = [{ cid: root, size: undefined, start: 0, floor: 0 }];
  for (let next = wanted.pop(); next !== undefined; next = wanted.pop()) {
    const { cid, size, start, floor } = next;
    const node = nodeOf(cid, await blockOf(cid));
    if (size !== undefined && node.size !== size) throw new IpfsError("NotAFile", "size of a part");
    if (floor === mostFloors) throw new IpfsError("NotAFile", "floors");
    const content = node.content.subarray(Math.max(0, offset - start), Math.max(0, end - start));
    if (content.length > 0) yield content;
    const parts = partsFrom(node, start).filter((part) => part.start < end && part.start + part.size > offset);
    for (const part of parts.toReversed()) wanted.push({ ...part, floor: floor + 1 });
  }
}

function nodeOf(cid: CID, block: Uint8Array): FileNode {
  return cid.code === dagPbCode ? parseFileNode(block) : { content: block, parts: [], size: block.length };
}

function partsFrom({ parts }: FileNode, start: number) {
  let at = start;
  return parts.map((part) => {
    const placed = { ...part, start: at };
    at += part.size;
    return placed;
  });
}
