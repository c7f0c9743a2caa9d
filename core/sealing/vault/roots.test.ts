import fc from "fast-check";
import { bytesToHex, concat } from "viem";
import { describe, expect, it } from "vitest";
import { fuzzRuns } from "#test/support/fuzzing.ts";
import { countedBytes } from "#test/support/sealing/countedBytes.ts";
import { damagedBytes } from "#test/support/sealing/damagedBytes.ts";
import { refusal } from "#test/support/sealing/refusal.ts";
import { SealingError } from "../SealingError.ts";
import { type Roots, encodeRoots, newestRoot, parseRoots, rootsByLikelihood } from "./roots.ts";

const [first, second, third] = [0, 5, 2 ** 32 - 1].map((firstEpoch, i) => ({
  firstEpoch,
  root: countedBytes(32, i),
})) as [Roots[0], Roots[0], Roots[0]];
const roots: Roots = [first, second, third];

describe("the content of a vault", () => {
  it("is how many roots there are, then each with its first epoch", () => {
    const [one, two, three] = [first, second, third].map(({ root }) => bytesToHex(root).slice(2));
    expect(bytesToHex(encodeRoots(roots))).toBe(`0x0300000000${one}00000005${two}ffffffff${three}`);
  });

  it("reads back as the same roots, up to 255 of them", () => {
    const many = Array.from({ length: 255 }, (_, i) => ({ firstEpoch: i, root: countedBytes(32, i) }));
    for (const some of [[first], roots, many] as unknown as Roots[])
      expect(parseRoots(encodeRoots(some))).toEqual(some);
  });

  it("gives roots that outlive the memory they were read from", () => {
    const bytes = encodeRoots([first]);
    const [read] = parseRoots(bytes);
    bytes.fill(0);
    expect(read).toEqual(first);
  });

  it.each([
    ["size of the content", new Uint8Array(0)],
    ["size of the content", Uint8Array.of(1)],
    ["size of the content", encodeRoots(roots).subarray(0, -1)],
    ["size of the content", concat([encodeRoots(roots), Uint8Array.of(0)])],
    ["size of the content", encodeRoots(roots).with(0, 2)],
    ["no root", Uint8Array.of(0)],
  ])("is refused where it is none: %s", (detail, bytes) => {
    expect(() => parseRoots(bytes)).toThrow(refusal("UnknownFormat", detail));
  });

  it("is refused where first epochs do not ascend, written or read", () => {
    const detail = refusal("UnknownFormat", "first epochs do not ascend");
    expect(() => encodeRoots([second, first])).toThrow(detail);
    expect(() => encodeRoots([first, second, { ...third, firstEpoch: 5 }])).toThrow(detail);
    const bytes = encodeRoots(roots);
    bytes.fill(0, 37, 41);
    expect(() => parseRoots(bytes)).toThrow(detail);
  });

  it.each([31, 33, 0])("is not written with a root of %i bytes", (size) => {
    expect(() => encodeRoots([{ firstEpoch: 0, root: new Uint8Array(size) }])).toThrow(
      refusal("UnknownFormat", "size of a root"),
    );
  });

  it("is refused in no other way, whatever it is", () => {
    fc.assert(
      fc.property(damagedBytes(encodeRoots(roots), encodeRoots([second])), (bytes) => {
        try {
          expect(encodeRoots(parseRoots(bytes))).toEqual(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(SealingError);
        }
      }),
      { numRuns: fuzzRuns(10_000) },
    );
  });
});

describe("roots", () => {
  it("are tried from the one that is due, then newest first", () => {
    const order = (epoch: number) => rootsByLikelihood(roots, epoch).map((root) => roots.indexOf(root));
    expect([0, 4, 5, 6, 2 ** 32 - 1].map(order)).toEqual([
      [0, 2, 1],
      [0, 2, 1],
      [1, 0, 2],
      [1, 0, 2],
      [2, 1, 0],
    ]);
    expect(newestRoot(roots)).toBe(third);
  });
});
