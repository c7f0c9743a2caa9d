/** How much a body holds at a time, before sealing. */
export const chunkSize = 65_536;
/** By how much sealing lengthens a chunk. */
export const chunkOverhead = 17;
/** Eight bytes that say what this is, and the stream's header. */
export const headSize = 32;
export const lengthSize = 8;

/** The whole plaintext of a body: length, content, zeros. Its size tells the length to within an eighth or less. */
export function plaintextSize(contentLength: number): number {
  if (!Number.isSafeInteger(contentLength) || contentLength < 0 || contentLength > 2 ** 52) {
    throw new RangeError(`${contentLength} is no length of a content.`);
  }
  return Math.max(4096, padme(lengthSize + contentLength));
}

/** The whole body, as it lies on IPFS. */
export function bodySize(contentLength: number): number {
  const plaintext = plaintextSize(contentLength);
  return headSize + plaintext + chunkOverhead * Math.ceil(plaintext / chunkSize);
}

/** Rounded up so that only the top bits of a length are told (Padmé). */
function padme(length: number): number {
  const exponent = floorOfLog2(length);
  const unit = 2 ** (exponent - floorOfLog2(exponent) - 1);
  return Math.ceil(length / unit) * unit;
}

/** Math.log2 rounds up just below large powers of two. */
function floorOfLog2(value: number): number {
  return value.toString(2).length - 1;
}
