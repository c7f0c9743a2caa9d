import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countedBytes } from "#test/support/sealing/countedBytes.ts";
import { refusal } from "#test/support/sealing/refusal.ts";
import { keyPairOf } from "./keyPairOf.ts";
import { unwrapKey } from "./unwrapKey.ts";
import { wrapKey } from "./wrapKey.ts";

const key = countedBytes(32, 1);
const context = countedBytes(68, 2);
const notUnwrapped = refusal("WrongChartOrKey", "the key does not unwrap");

describe.each([1, 2] as const)("unwrapKey in suite %i", (suite) => {
  const pair = keyPairOf(countedBytes(32, 3), suite);
  const wrapped = wrapKey({ suite, publicKey: pair.publicKey, key, context });

  it("brings back the key that was wrapped", () => {
    expect(unwrapKey({ pair, wrapped, context })).toEqual(key);
  });

  it("refuses for another pair", () => {
    expect(() => unwrapKey({ pair: keyPairOf(countedBytes(32, 4), suite), wrapped, context })).toThrow(notUnwrapped);
  });

  it("refuses where any bit has changed", () => {
    fc.assert(
      fc.property(fc.nat({ max: wrapped.length - 1 }), fc.nat({ max: 7 }), (at, bit) => {
        const damaged = wrapped.slice();
        damaged[at]! ^= 1 << bit;
        expect(() => unwrapKey({ pair, wrapped: damaged, context })).toThrow(notUnwrapped);
      }),
    );
  });

  it.each([0, wrapped.length - 1, wrapped.length + 1])("refuses %i bytes as no wrap at all", (size) => {
    const sized = new Uint8Array(size);
    sized.set(wrapped.subarray(0, size));
    expect(() => unwrapKey({ pair, wrapped: sized, context })).toThrow(
      refusal("UnknownFormat", "size of the wrapped key"),
    );
  });
});

describe("another context", () => {
  it("is refused in suite 2, and in suite 1 left to the commitment beside the wrap", () => {
    const [one, two] = [keyPairOf(key, 1), keyPairOf(key, 2)];
    const wrappedOne = wrapKey({ suite: 1, publicKey: one.publicKey, key, context });
    const wrappedTwo = wrapKey({ suite: 2, publicKey: two.publicKey, key, context });
    const other = countedBytes(68, 9);
    expect(unwrapKey({ pair: one, wrapped: wrappedOne, context: other })).toEqual(key);
    expect(() => unwrapKey({ pair: two, wrapped: wrappedTwo, context: other })).toThrow(notUnwrapped);
  });
});
