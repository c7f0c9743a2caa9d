import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readUint16, readUint32, readUint64, uint32, uint64, uint8 } from "./integerBytes.ts";

const widths = [
  { name: "uint8", write: uint8, limit: 2 ** 8, size: 1 },
  { name: "uint32", write: uint32, limit: 2 ** 32, size: 4 },
  { name: "uint64", write: uint64, limit: 2 ** 53, size: 8 },
];

describe.each(widths)("$name", ({ write, limit, size }) => {
  it("is big-endian, from nought to the largest there is", () => {
    const values = fc.oneof(fc.constantFrom(0, 1, 255, limit - 1), fc.nat({ max: Math.min(limit, 2 ** 31) - 1 }));
    fc.assert(
      fc.property(values, (value) => {
        const hex = value.toString(16).padStart(2 * size, "0");
        expect([...write(value)].map((byte) => byte.toString(16).padStart(2, "0")).join("")).toBe(hex);
      }),
    );
  });

  it.each([-1, 0.5, limit, Number.NaN, Infinity, "1" as never])("refuses %o", (value) => {
    expect(() => write(value)).toThrow(new RangeError(`${value} is not an integer from 0 to ${limit - 1}.`));
  });
});

describe("reading", () => {
  const part = Uint8Array.of(9, 9, 0, 0x1f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xfe, 9).subarray(1);

  it("starts where it is told, in a part of longer bytes too", () => {
    expect(readUint16(part, 1)).toBe(0x00_1f);
    expect(readUint32(part, 1)).toBe(0x00_1f_ff_ff);
    expect(readUint64(part, 1)).toBe(2 ** 53 - 2);
  });

  it("of 64 bits is undefined where a number cannot hold them exactly", () => {
    expect(readUint64(uint64(2 ** 53 - 1), 0)).toBe(2 ** 53 - 1);
    expect(readUint64(Uint8Array.of(0, 0x20, 0, 0, 0, 0, 0, 0), 0)).toBeUndefined();
    expect(readUint64(new Uint8Array(8).fill(0xff), 0)).toBeUndefined();
  });
});
