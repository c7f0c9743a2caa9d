import { type Hex, bytesToHex, bytesToString, sha256 } from "viem";
import { categories } from "../../records/categories.ts";
import { SealingError } from "../SealingError.ts";
import { type Suite, isSuite } from "../suites.ts";

export type Keyset = {
  bytes: Uint8Array;
  suite: Suite;
  /** By category number. */
  keyIds: readonly Hex[];
};

export type OpenKeysetParameters = {
  bytes: Uint8Array;
  /** SHA-256 as the chain says it for the epoch. */
  hash: Hex;
};

export function openKeyset({ bytes, hash }: OpenKeysetParameters): Keyset {
  if (sha256(bytes) !== hash) throw new SealingError("StaleKeyset");
  const suite = bytes[4];
  const isWhole = bytes[5] === categories.length && bytes.length === headSize + categories.length * idSize;
  if (bytesToString(bytes.subarray(0, 4)) !== "OCK1" || !isSuite(suite) || !isWhole) {
    throw new SealingError("UnknownFormat", "head or size of the keyset");
  }
  const keyIds = categories.map((_, category) => {
    const at = headSize + category * idSize;
    if (bytes[at] !== category) throw new SealingError("UnknownFormat", "categories of the keyset");
    return bytesToHex(bytes.subarray(at + 1, at + idSize));
  });
  return { bytes, suite, keyIds };
}

const headSize = 6;
const idSize = 33;
