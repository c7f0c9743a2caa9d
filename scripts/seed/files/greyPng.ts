import { crc32, deflateSync } from "node:zlib";

export type GreyPngParameters = {
  width: number;
  height: number;
  /** From black, 0, to white, 1; what lies outside is cut. */
  brightness(x: number, y: number): number;
};

/** A picture in 256 greys as a PNG. */
export function greyPng({ width, height, brightness }: GreyPngParameters): Uint8Array<ArrayBuffer> {
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      // A byte before each row says that it is not filtered.
      rows[y * (width + 1) + 1 + x] = Math.round(255 * Math.min(1, Math.max(0, brightness(x, y))));
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8; // bits a pixel; all that follows is zero: grey, deflate, usual filters, not interlaced
  const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  const chunks = [
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ];
  return Uint8Array.from(Buffer.concat([signature, ...chunks]));
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}
