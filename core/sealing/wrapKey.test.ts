import { sha256 } from "viem";
import { describe, expect, it } from "vitest";
import { countedBytes } from "#test/support/sealing/countedBytes.ts";
import { refusal } from "#test/support/sealing/refusal.ts";
import { keyPairOf } from "./keyPairOf.ts";
import { type Suite, suites } from "./suites.ts";
import { wrapKey } from "./wrapKey.ts";

const key = countedBytes(32, 1);
const context = countedBytes(68, 2);
const publicKeyOf = (suite: Suite) => keyPairOf(countedBytes(32, 3), suite).publicKey;

describe("wrapKey", () => {
  it.each([1, 2] as const)("takes as much room as suite %i says, and differs each time", (suite) => {
    const wrap = () => wrapKey({ suite, publicKey: publicKeyOf(suite), key, context });
    expect(wrap().length).toBe(suites[suite].wrapSize);
    expect(wrap()).not.toEqual(wrap());
  });

  it("seals in suite 2 the same bytes by the same randomness, of which it draws 64 bytes", () => {
    const sizes: number[] = [];
    const random = (size: number) => (sizes.push(size), countedBytes(size, 4));
    const wrapped = wrapKey({ suite: 2, publicKey: publicKeyOf(2), key, context, random });
    expect(sha256(wrapped)).toBe("0xace4ee79c7749d0715fa6617f35c403307cbfa377143ceb5c20acae06e9161e7");
    expect(sizes).toEqual([64]);
  });

  it.each([
    [1, 1216],
    [1, 31],
    [1, 33],
    [1, 0],
    [2, 32],
    [2, 1215],
    [2, 1217],
  ] as const)("refuses in suite %i a public key of %i bytes", (suite, size) => {
    const publicKey = publicKeyOf(suite === 1 ? 2 : 1);
    const sized = new Uint8Array(size);
    sized.set(publicKey.subarray(0, size));
    expect(() => wrapKey({ suite, publicKey: sized, key, context })).toThrow(
      refusal("UnknownFormat", "size of the public key"),
    );
  });

  it.each([
    ["a point of small order", 1, new Uint8Array(32)],
    ["coefficients that are no residues", 2, new Uint8Array(1216).fill(0xff)],
  ] as const)("refuses a public key that is none: %s", (_, suite, publicKey) => {
    const wrap = () => wrapKey({ suite, publicKey, key, context });
    expect(wrap).toThrow(refusal("UnknownFormat", "the public key is none"));
    expect(wrap).toThrow(expect.objectContaining({ cause: expect.any(Error) as Error }) as Error);
  });
});
