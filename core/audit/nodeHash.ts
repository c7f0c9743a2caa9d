import { type Hex, concat, hexToBytes, sha256 } from "viem";

export type NodeHashParameters = { left: Hex; right: Hex };

/** What stands above two nodes. It begins otherwise than a leaf, so that neither can be taken for the other. */
export function nodeHash({ left, right }: NodeHashParameters): Hex {
  return sha256(concat([Uint8Array.of(1), hexToBytes(left), hexToBytes(right)]));
}
