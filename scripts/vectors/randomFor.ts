import { stringToBytes } from "viem";
import { uint32 } from "#core/sealing/integerBytes.ts";
import { keyedHash } from "#core/sealing/keyedHash.ts";
import type { RandomBytes } from "#core/sealing/randomBytes.ts";

const seed = stringToBytes("The same bytes on every run.");

/**
 * Bytes that look random and follow from a name alone: an entry that comes or goes changes no other entry.
 * Whoever asks twice under one name gets the same bytes twice.
 */
export function randomFor(name: string): RandomBytes {
  let blocks = 0;
  return (size) => {
    const bytes = new Uint8Array(size);
    for (let at = 0; at < size; at += 32) {
      const block = keyedHash(seed, "ownchart/vectors", stringToBytes(name), uint32(blocks++));
      bytes.set(block.subarray(0, size - at), at);
    }
    return bytes;
  };
}
