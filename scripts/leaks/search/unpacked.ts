import { type Transform, pipeline } from "node:stream";
import { createGunzip, createInflate, createZstdDecompress } from "node:zlib";

type Packing = { by: string; magic: Buffer; unpack: () => Transform };

const zlibFlags = [0x01, 0x5e, 0x9c, 0xda];

/** How what was compressed begins. Two bytes of zlib are met by chance once in 16,000 places of noise. */
const packings: Packing[] = [
  { by: "gzip", magic: Buffer.of(0x1f, 0x8b, 8), unpack: createGunzip },
  { by: "zstd", magic: Buffer.of(0x28, 0xb5, 0x2f, 0xfd), unpack: createZstdDecompress },
  ...zlibFlags.map((flag) => ({ by: "zlib", magic: Buffer.of(0x78, flag), unpack: createInflate })),
];

/** Where something that was compressed may begin, before `end`. */
export function* compressedAt(bytes: Buffer, end: number): Generator<{ at: number } & Packing> {
  for (const packing of packings) {
    for (let at = bytes.indexOf(packing.magic); at >= 0 && at < end; at = bytes.indexOf(packing.magic, at + 1)) {
      yield { at, ...packing };
    }
  }
}

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
