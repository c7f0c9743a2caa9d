import { type Hex, bytesToHex, bytesToString } from "viem";
import { SealingError } from "../SealingError.ts";
import { nonceSize, tagSize } from "../aead.ts";
import { type Suite, isSuite, suites } from "../suites.ts";

/** What anybody sees of a capsule. */
export type Capsule = {
  suite: Suite;
  keyId: Hex;
  commitment: Uint8Array;
  wrapped: Uint8Array;
  /** Every byte before the sealed entry, to which it is bound. */
  head: Uint8Array;
  nonce: Uint8Array;
  box: Uint8Array;
};

/** Takes a capsule apart without any key. The parts are views into it. */
export function parseCapsule(bytes: Uint8Array): Capsule {
  const suite = bytes[4];
  if (bytesToString(bytes.subarray(0, 4)) !== "OCC1" || !isSuite(suite)) throw unknownFormat("magic or suite");
  if (bytes[5] !== 1 || bytes[6] !== 0 || bytes[7] !== 0) throw unknownFormat("algorithm or zeros");
  const wrapEnd = 72 + suites[suite].wrapSize;
  const headEnd = wrapEnd + nonceSize;
  const entrySize = bytes.length - headEnd - tagSize;
  if (!(entrySize > 0 && entrySize <= entryLimit && entrySize % entryUnit === 0)) throw unknownFormat("size");
  return {
    suite,
    keyId: bytesToHex(bytes.subarray(8, 40)),
    commitment: bytes.subarray(40, 72),
    wrapped: bytes.subarray(72, wrapEnd),
    head: bytes.subarray(0, headEnd),
    nonce: bytes.subarray(wrapEnd, headEnd),
    box: bytes.subarray(headEnd),
  };
}

export const entryUnit = 256;
export const entryLimit = 16_384;

function unknownFormat(detail: string): SealingError {
  return new SealingError("UnknownFormat", detail);
}
