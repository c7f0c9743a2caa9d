import { crc32, inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { greyPng } from "./greyPng.ts";

test("A grey picture is a PNG with a byte a pixel, from black to white and no further", () => {
  const png = Buffer.from(greyPng({ width: 3, height: 2, brightness: (x, y) => (y === 0 ? x / 2 : 3 * x - 3) }));
  expect(png.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");

  const chunks: Record<string, Buffer> = {};
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    const named = png.subarray(at + 4, at + 8 + length);
    expect(png.readUInt32BE(at + 8 + length)).toBe(crc32(named));
    chunks[named.subarray(0, 4).toString("latin1")] = named.subarray(4);
    at += 12 + length;
  }
  expect(Object.keys(chunks)).toEqual(["IHDR", "IDAT", "IEND"]);
  expect([...chunks["IHDR"]!]).toEqual([0, 0, 0, 3, 0, 0, 0, 2, 8, 0, 0, 0, 0]);
  expect([...inflateSync(chunks["IDAT"]!)]).toEqual([0, 0, 128, 255, 0, 0, 0, 255]);
});
