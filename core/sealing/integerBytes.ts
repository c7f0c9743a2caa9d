/** Unsigned integers as the formats hold them, big-endian. */
export function uint8(value: number): Uint8Array {
  requireBelow(value, 2 ** 8);
  return Uint8Array.of(value);
}

export function uint32(value: number): Uint8Array {
  requireBelow(value, 2 ** 32);
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
}

/** Up to what a number holds exactly, which is all that stands in our JSON. */
export function uint64(value: number): Uint8Array {
  requireBelow(value, 2 ** 53);
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value));
  return bytes;
}

export function readUint16(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint16(at);
}

export function readUint32(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(at);
}

/** Undefined where a number cannot hold it exactly. */
export function readUint64(bytes: Uint8Array, at: number): number | undefined {
  const value = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(at));
  return Number.isSafeInteger(value) ? value : undefined;
}

function requireBelow(value: number, limit: number): void {
  if (!(Number.isInteger(value) && value >= 0 && value < limit)) {
    throw new RangeError(`${value} is not an integer from 0 to ${limit - 1}.`);
  }
}
