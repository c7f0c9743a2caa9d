import { bytesToString } from "viem";
import { SealingError } from "../SealingError.ts";
import { nonceSize, tagSize } from "../aead.ts";
import { type Suite, isSuite, suites } from "../suites.ts";

/** What anybody sees of a grant. */
export type Grant = {
  suite: Suite;
  commitment: Uint8Array;
  wrapped: { grantee: Uint8Array; subject: Uint8Array };
  /** Every byte before the sealed JSON, to which it is bound. */
  head: Uint8Array;
  nonce: Uint8Array;
  box: Uint8Array;
};

/** Takes a grant apart without any key. The parts are views into it. */
export function parseGrant(bytes: Uint8Array): Grant {
  const suite = bytes[4];
  if (bytesToString(bytes.subarray(0, 4)) !== "OCG1" || !isSuite(suite)) throw unknownFormat("magic or suite");
  if (bytes[5] !== 0 || bytes[6] !== 0 || bytes[7] !== 0) throw unknownFormat("zeros");
  const { wrapSize } = suites[suite];
  const nonceAt = 40 + 2 * wrapSize;
  const headEnd = nonceAt + nonceSize;
  const jsonSize = bytes.length - headEnd - tagSize;
  if (!(jsonSize > 0 && jsonSize % grantUnit === 0 && bytes.length <= grantLimit)) throw unknownFormat("size");
  return {
    suite,
    commitment: bytes.subarray(8, 40),
    wrapped: { grantee: bytes.subarray(40, 40 + wrapSize), subject: bytes.subarray(40 + wrapSize, nonceAt) },
    head: bytes.subarray(0, headEnd),
    nonce: bytes.subarray(nonceAt, headEnd),
    box: bytes.subarray(headEnd),
  };
}

export const grantUnit = 1024;
export const grantLimit = 2 ** 20;

function unknownFormat(detail: string): SealingError {
  return new SealingError("UnknownFormat", detail);
}
