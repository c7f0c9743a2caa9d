import fc from "fast-check";
import { concat } from "viem";
import { describe, expect, it } from "vitest";
import { fuzzRuns } from "#test/support/fuzzing.ts";
import { countedBytes } from "#test/support/sealing/countedBytes.ts";
import { damagedBytes } from "#test/support/sealing/damagedBytes.ts";
import { refusal } from "#test/support/sealing/refusal.ts";
import { SealingError } from "../SealingError.ts";
import { suites } from "../suites.ts";
import { parseGrant } from "./parseGrant.ts";

function grantBytes(suite: 1 | 2, jsonSize: number): Uint8Array {
  const bytes = countedBytes(40 + 2 * suites[suite].wrapSize + 24 + jsonSize + 16, 100);
  bytes.set([0x4f, 0x43, 0x47, 0x31, suite, 0, 0, 0]);
  return bytes;
}

const changed = (at: number, value: number) => grantBytes(1, 1_024).with(at, value);
/** The longest JSON that fits into a MiB beside a head of suite 1. */
const longest = 1_023 * 1_024;

describe("parseGrant", () => {
  it.each([1, 2] as const)("takes a grant of suite %i apart into all its bytes", (suite) => {
    const bytes = grantBytes(suite, 2_048);
    const { commitment, wrapped, head, nonce, box, ...rest } = parseGrant(bytes);
    expect(rest).toEqual({ suite });
    const { grantee, subject } = wrapped;
    const { wrapSize } = suites[suite];
    expect([commitment.length, grantee.length, subject.length, nonce.length]).toEqual([32, wrapSize, wrapSize, 24]);
    expect(concat([bytes.subarray(0, 8), commitment, grantee, subject, nonce, box])).toEqual(bytes);
    expect(concat([head, box])).toEqual(bytes);
  });

  it.each([
    ["magic or suite", changed(0, 0x4e)],
    ["magic or suite", changed(3, 0x32)],
    ["magic or suite", changed(4, 0)],
    ["magic or suite", changed(4, 3)],
    ["magic or suite", new Uint8Array(0)],
    ["zeros", changed(5, 1)],
    ["zeros", changed(6, 1)],
    ["zeros", changed(7, 1)],
    ["zeros", grantBytes(1, 1_024).subarray(0, 5)],
    ["size", grantBytes(1, 0)],
    ["size", grantBytes(1, 1_023)],
    ["size", grantBytes(1, 1_025)],
    ["size", grantBytes(1, 512)],
    ["size", grantBytes(1, longest + 1_024)],
    ["size", grantBytes(2, 1_024).subarray(0, 1_000)],
    ["size", grantBytes(1, 1_024).subarray(0, 8)],
    ["size", grantBytes(1, -40)],
  ])("refuses what is none: %s", (detail, bytes) => {
    expect(() => parseGrant(bytes)).toThrow(refusal("UnknownFormat", detail));
  });

  it("takes grants up to a MiB", () => {
    expect(parseGrant(grantBytes(1, longest)).box.length).toBe(longest + 16);
  });

  it("refuses what strangers made of one in no other way", () => {
    fc.assert(
      fc.property(damagedBytes(grantBytes(1, 1_024), grantBytes(2, 2_048)), (bytes) => {
        try {
          const { head, box } = parseGrant(bytes);
          expect(head.length + box.length).toBe(bytes.length);
        } catch (error) {
          expect(error).toBeInstanceOf(SealingError);
        }
      }),
      { numRuns: fuzzRuns(10_000) },
    );
  });
});
