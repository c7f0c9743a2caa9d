import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bodySize, plaintextSize } from "./bodySize.ts";

const lengths = fc.oneof(fc.nat({ max: 2 ** 24 }), fc.bigInt({ min: 0n, max: 2n ** 52n }).map(Number));

describe("plaintextSize", () => {
  it.each([
    [0, 4_096],
    [4_088, 4_096],
    [4_089, 4_352],
    [8_184, 8_192],
    [8_185, 8_704],
    [16_377, 17_408],
    [32_761, 34_816],
    [65_528, 65_536],
    [65_529, 67_584],
    [2 ** 20 - 8, 2 ** 20],
    [2 ** 20 - 7, 2 ** 20 + 2 ** 15],
    [2 ** 40 - 8, 2 ** 40],
    [2 ** 40 - 7, 2 ** 40 + 2 ** 34],
    [2 ** 49 - 8, 2 ** 49],
    [2 ** 49 - 9, 2 ** 49],
    [2 ** 52, 2 ** 52 + 2 ** 46],
  ])("of %i bytes is %i", (length, size) => {
    expect(plaintextSize(length)).toBe(size);
  });

  it("is never shorter than length and content, by less than an eighth longer, and tells only the top bits", () => {
    fc.assert(
      fc.property(lengths, (length) => {
        const size = plaintextSize(length);
        expect(size).toBeGreaterThanOrEqual(8 + length);
        expect(size).toBeLessThanOrEqual(Math.max(4_096, (8 + length) * 1.125));
        const digits = size.toString(2).replace(/0+$/, "");
        expect(digits.length).toBeLessThanOrEqual(Math.floor(Math.log2(Math.log2(size))) + 2);
      }),
    );
  });

  it.each([-1, 0.5, Number.NaN, Infinity, 2 ** 52 + 1])("of %o bytes is refused", (length) => {
    expect(() => plaintextSize(length)).toThrow(new RangeError(`${length} is no length of a content.`));
  });
});

describe("bodySize", () => {
  it.each([
    [0, 32 + 4_096 + 17],
    [65_528, 32 + 65_536 + 17],
    [65_529, 32 + 67_584 + 2 * 17],
    [131_064, 32 + 131_072 + 2 * 17],
  ])("of %i bytes of content is %i", (length, size) => {
    expect(bodySize(length)).toBe(size);
  });
});
