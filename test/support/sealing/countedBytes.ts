import type { RandomBytes } from "#core/sealing/randomBytes.ts";

/** Bytes that differ from their neighbours and, by the first one, from other such bytes. */
export function countedBytes(size: number, first = 0): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  for (let i = 0; i < size; i++) bytes[i] = (first + i) % 251;
  return bytes;
}

/** In the place of randomness: every draw is of other bytes, and the same ones in the next test. */
export function countedDraws(): RandomBytes {
  let draws = 0;
  return (size) => countedBytes(size, 17 * ++draws);
}
