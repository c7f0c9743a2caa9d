import fc from "fast-check";
import { bytesToHex, concat } from "viem";
import { describe, expect, it } from "vitest";
import { fuzzRuns } from "#test/support/fuzzing.ts";
import { countedBytes } from "#test/support/sealing/countedBytes.ts";
import { damagedBytes } from "#test/support/sealing/damagedBytes.ts";
import { refusal } from "#test/support/sealing/refusal.ts";
import { SealingError } from "../SealingError.ts";
import { suites } from "../suites.ts";
import { parseCapsule } from "./parseCapsule.ts";

function capsuleBytes(suite: 1 | 2, entrySize: number): Uint8Array {
  const bytes = countedBytes(72 + suites[suite].wrapSize + 24 + entrySize + 16, 100);
  bytes.set([0x4f, 0x43, 0x43, 0x31, suite, 1, 0, 0]);
  return bytes;
}

const changed = (at: number, value: number) => capsuleBytes(1, 256).with(at, value);

describe("parseCapsule", () => {
  it.each([1, 2] as const)("takes a capsule of suite %i apart into all its bytes", (suite) => {
    const bytes = capsuleBytes(suite, 512);
    const { keyId, commitment, wrapped, head, nonce, box, ...rest } = parseCapsule(bytes);
    expect(rest).toEqual({ suite });
    expect(keyId).toBe(bytesToHex(bytes.subarray(8, 40)));
    expect([commitment.length, wrapped.length, nonce.length]).toEqual([32, suites[suite].wrapSize, 24]);
    expect(concat([bytes.subarray(0, 40), commitment, wrapped, nonce, box])).toEqual(bytes);
    expect(concat([head, box])).toEqual(bytes);
  });

  it.each([
    ["magic or suite", changed(0, 0x4e)],
    ["magic or suite", changed(3, 0x32)],
    ["magic or suite", changed(4, 0)],
    ["magic or suite", changed(4, 3)],
    ["magic or suite", new Uint8Array(0)],
    ["magic or suite", capsuleBytes(1, 256).subarray(0, 4)],
    ["algorithm or zeros", changed(5, 0)],
    ["algorithm or zeros", changed(5, 2)],
    ["algorithm or zeros", changed(6, 1)],
    ["algorithm or zeros", changed(7, 1)],
    ["algorithm or zeros", capsuleBytes(1, 256).subarray(0, 5)],
    ["size", capsuleBytes(1, 0)],
    ["size", capsuleBytes(1, -16)],
    ["size", capsuleBytes(1, 255)],
    ["size", capsuleBytes(1, 257)],
    ["size", capsuleBytes(1, 16_384 + 256)],
    ["size", capsuleBytes(2, 256).subarray(0, 400)],
    ["size", capsuleBytes(1, 256).subarray(0, 8)],
  ])("refuses what is none: %s", (detail, bytes) => {
    expect(() => parseCapsule(bytes)).toThrow(refusal("UnknownFormat", detail));
  });

  it("takes entries up to the longest there is", () => {
    expect(parseCapsule(capsuleBytes(1, 16_384)).box.length).toBe(16_384 + 16);
  });

  it("refuses what strangers made of one in no other way", () => {
    fc.assert(
      fc.property(damagedBytes(capsuleBytes(1, 256), capsuleBytes(2, 512)), (bytes) => {
        try {
          const { head, box } = parseCapsule(bytes);
          expect(head.length + box.length).toBe(bytes.length);
        } catch (error) {
          expect(error).toBeInstanceOf(SealingError);
        }
      }),
      { numRuns: fuzzRuns(10_000) },
    );
  });
});
