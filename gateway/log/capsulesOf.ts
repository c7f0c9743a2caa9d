import { type Hex, bytesToHex } from "viem";

/** The digests that an entry keeps one behind the other. */
export function capsulesOf(bytes: Uint8Array): Hex[] {
  return Array.from({ length: bytes.length / 32 }, (_, at) => bytesToHex(bytes.subarray(32 * at, 32 * at + 32)));
}
