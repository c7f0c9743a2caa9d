import type { CID } from "multiformats/cid";
import { varint } from "multiformats";

/** How a CAR of version 1 begins: `{roots: [root], version: 1}` in DAG-CBOR. */
export function carHeader(root: CID): Uint8Array {
  const { length } = root.bytes;
  // A map of two, "roots", a list of one, a CID as bytes behind a zero; "version", 1.
  const rootsAndCid = [0xa2, 0x65, ...ascii("roots"), 0x81, 0xd8, 0x2a, 0x58, length + 1, 0, ...root.bytes];
  const header = [...rootsAndCid, 0x67, ...ascii("version"), 1];
  return Uint8Array.of(header.length, ...header);
}

/** What stands before a block in a CAR. */
export function carBlockHead(cid: CID, blockSize: number): Uint8Array {
  const size = cid.bytes.length + blockSize;
  const head = new Uint8Array(varint.encodingLength(size) + cid.bytes.length);
  varint.encodeTo(size, head);
  head.set(cid.bytes, varint.encodingLength(size));
  return head;
}

function ascii(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
