import { bytesToString } from "viem";
import { SealingError } from "../SealingError.ts";
import { nonceSize, tagSize } from "../aead.ts";
import { type Suite, isSuite, suites } from "../suites.ts";

/** What anybody sees of a message. */
export type Message = {
  suite: Suite;
  commitment: Uint8Array;
  wrapped: Uint8Array;
  /** Every byte before the sealed JSON, to which it is bound. */
  head: Uint8Array;
  nonce: Uint8Array;
  box: Uint8Array;
};

/** Takes a message apart without any key. The parts are views into it. */
export function parseMessage(bytes: Uint8Array): Message {
  const suite = bytes[4];
  if (bytesToString(bytes.subarray(0, 4)) !== "OCM1" || !isSuite(suite)) throw unknownFormat("magic or suite");
  if (bytes[5] !== 0 || bytes[6] !== 0 || bytes[7] !== 0) throw unknownFormat("zeros");
  const nonceAt = 40 + suites[suite].wrapSize;
  const headEnd = nonceAt + nonceSize;
  const jsonSize = bytes.length - headEnd - tagSize;
  if (!(jsonSize > 0 && jsonSize % messageUnit === 0 && bytes.length <= messageLimit)) throw unknownFormat("size");
  return {
    suite,
    commitment: bytes.subarray(8, 40),
    wrapped: bytes.subarray(40, nonceAt),
    head: bytes.subarray(0, headEnd),
    nonce: bytes.subarray(nonceAt, headEnd),
    box: bytes.subarray(headEnd),
  };
}

export const messageUnit = 1024;
/** What an inbox takes. */
export const messageLimit = 2 ** 16;

function unknownFormat(detail: string): SealingError {
  return new SealingError("UnknownFormat", detail);
}
