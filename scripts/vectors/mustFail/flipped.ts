/** The same bytes but for one. */
export function flipped(bytes: Uint8Array, at: number, mask = 1): Uint8Array {
  return bytes.with(at < 0 ? bytes.length + at : at, bytes.at(at)! ^ mask);
}
