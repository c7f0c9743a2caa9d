/** So many bytes of a secret in a row are as bad as all of it. */
export const partSize = 16;
const step = 8;

/**
 * A secret cut into parts that overlap, each of which is searched for by itself: whatever holds 23 bytes of it in a row
 * holds one of them.
 */
export function partsOf(bytes: Uint8Array): Part[] {
  const last = bytes.length - partSize;
  if (last <= 0) return [{ start: 0, bytes }];
  const starts = [...Array.from({ length: Math.ceil(last / step) }, (_, i) => i * step), last];
  return starts
    .map((start) => ({ start, bytes: bytes.subarray(start, start + partSize) }))
    .filter((part) => isTellTale(part.bytes));
}

export type Part = { /** Where in the secret. */ start: number; bytes: Uint8Array };

/** A part that is nearly all one byte, such as zeros or a line of dashes, is found in much that holds no secret. */
function isTellTale(part: Uint8Array): boolean {
  return new Set(part).size >= 6;
}
