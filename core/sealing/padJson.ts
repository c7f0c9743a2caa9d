import { stringToBytes } from "viem";
import { canonicalJson } from "../consent/canonicalJson.ts";

/** Canonical JSON, filled up with spaces to a multiple of the unit, so that the length of what is sealed says little. */
export function padJson(value: unknown, unit: number): Uint8Array {
  const text = stringToBytes(canonicalJson(value));
  const padded = new Uint8Array(Math.ceil(text.length / unit) * unit).fill(space);
  padded.set(text);
  return padded;
}

const space = 0x20;
