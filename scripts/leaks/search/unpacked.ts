import { type Transform, pipeline } from "node:stream";
import { createGunzip, createInflate, createZstdDecompress } from "node:zlib";

/** Where something that was compressed may begin in the bytes. Two bytes of zlib are met by chance once in 15,000 places. */
export function* compressedAt(bytes: Uint8Array): Generator<{ at: number; by: string; unpack: () => Transform }> {
  for (let at = 0; at + 4 < bytes.length; at++) {
    const [first, second] = [bytes[at]!, bytes[at + 1]!];
    if (first === 0x1f && second === 0x8b && bytes[at + 2] === 8)
      yield { at, by: "gzip", unpack: () => createGunzip() };
    if (first === 0x78 && zlibFlags.has(second)) yield { at, by: "zlib", unpack: () => createInflate() };
    if (first === 0x28 && second === 0xb5 && bytes[at + 2] === 0x2f && bytes[at + 3] === 0xfd) {
      yield { at, by: "zstd", unpack: () => createZstdDecompress() };
    }
  }
}

const zlibFlags = new Set([0x01, 0x5e, 0x9c, 0xda]);

/** What unpacks to more is no log and no row. */
const mostUnpacked = 2 ** 26;

/** What comes out, up to where it is damaged or has ended; nothing where it was no such thing. */
export async function* unpacked(packed: Uint8Array, unpack: () => Transform): AsyncGenerator<Uint8Array, void> {
  const stream = unpack();
  pipeline([packed], stream, () => {}); // what it says of its end is no matter to us
  let left = mostUnpacked;
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      left -= piece.length;
      yield piece;
      if (left < 0) return;
    }
  } catch {
    // it was no such thing, or is damaged from here on
  } finally {
    stream.destroy();
  }
}
