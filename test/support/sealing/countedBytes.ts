import type { RandomBytes } from "#core/sealing/randomBytes.ts";

/** Bytes that differ from their neighbours and, by the first one, from other such bytes. */
export function countedBytes(size: number, first = 0): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: size }, (_, i) => (first + i) % 251);
}

/** In the place of randomness: every draw is of other bytes, and the same ones in the next test. */
export function countedDraws(): RandomBytes {
  let draws = 0;
  return (size) => countedBytes(size, 17 * ++draws);
}
