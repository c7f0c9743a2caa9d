import { SealingError } from "../SealingError.ts";
import { parseRoots, sizeOfRoots } from "../vault/roots.ts";
import { type Handover, walletKeySize } from "./encodeHandover.ts";

/** Whether the roots lead to the chart on chain, and the key to the address, is for whoever reads this to see. */
export function parseHandover(bytes: Uint8Array): Handover {
  const size = sizeOfRoots(bytes[0] ?? 0);
  const walletKey = bytes.slice(size);
  if (walletKey.length !== 0 && walletKey.length !== walletKeySize) {
    throw new SealingError("UnknownFormat");
  }
  return { roots: parseRoots(bytes.subarray(0, size)), walletKey: walletKey.length === 0 ? undefined : walletKey };
}
