import { decode } from "@ipld/dag-pb";
import type { CID } from "multiformats/cid";
import { IpfsError } from "../IpfsError.ts";
import { requireUsable } from "./parseCid.ts";

/** A node of a file: either bytes of its own, or parts of which each says how many bytes of the file it holds. */
export type FileNode = { content: Uint8Array; parts: readonly FilePart[]; size: number };

export type FilePart = { cid: CID; size: number };

/** What the profile allows, and no other common one exceeds. */
const mostParts = 1024;

/** A dag-pb block as UnixFS means it. What is no file, or contradicts itself, is refused. */
export function parseFileNode(block: Uint8Array): FileNode {
  const { Data, Links } = decoded(block);
  const { type, content, fileSize, sizes } = parseUnixFs(Data);
  if (type !== unixFsFile && type !== unixFsRaw) throw notAFile("type");
  if (Links.length > mostParts || Links.length !== sizes.length) throw notAFile("number of parts");
  if (Links.length > 0 && content.length > 0) throw notAFile("both parts and bytes");
  // A part of no bytes would be work that leads nowhere, and could be repeated without end.
  if (sizes.includes(0)) throw notAFile("empty part");
  const size = sizes.reduce((sum, it) => sum + it, content.length);
  if (fileSize !== size || !Number.isSafeInteger(size)) throw notAFile("size");
  return { content, size, parts: Links.map(({ Hash }, index) => ({ cid: requireUsable(Hash), size: sizes[index]! })) };
}

function decoded(block: Uint8Array) {
  try {
    return decode(block);
  } catch (error) {
    throw notAFile("dag-pb", error);
  }
}

/** UnixFS in protobuf: Type 1, Data 2, filesize 3, blocksizes 4. Anything else in it does not change the bytes of a file. */
function parseUnixFs(data: Uint8Array = new Uint8Array()) {
  const unixFs = { type: -1, content: data.subarray(0, 0), fileSize: 0, sizes: [] as number[] };
  let at = 0;

  function varint(): number {
    let value = 0;
    for (let factor = 1; factor < 2 ** 56; factor *= 128) {
      const byte = data[at++];
      if (byte === undefined) break;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
    throw notAFile("number");
  }

  while (at < data.length) {
    const tag = varint();
    const value = varint();
    if ((tag & 7) === wireBytes) {
      if (value > data.length - at) throw notAFile("length");
      if (tag >> 3 === 2) unixFs.content = data.subarray(at, at + value);
      if (tag >> 3 === 4) throw notAFile("packed sizes");
      at += value;
    } else if ((tag & 7) !== wireVarint) throw notAFile("field");
    else if (tag >> 3 === 1) unixFs.type = value;
    else if (tag >> 3 === 3) unixFs.fileSize = value;
    else if (tag >> 3 === 4) unixFs.sizes.push(value);
  }
  return unixFs;
}

function notAFile(detail: string, cause?: unknown): IpfsError {
  return new IpfsError("NotAFile", detail, cause);
}

const unixFsRaw = 0;
const unixFsFile = 2;
const wireVarint = 0;
const wireBytes = 2;
