import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fuzzRuns } from "#test/support/fuzzing.ts";
import { SealingError } from "../SealingError.ts";
import { randomBytes } from "../randomBytes.ts";
import { type Roots, encodeRoots } from "../vault/roots.ts";
import { encodeHandover } from "./encodeHandover.ts";
import { parseHandover } from "./parseHandover.ts";

const roots: Roots = [
  { firstEpoch: 0, root: randomBytes(32) },
  { firstEpoch: 7, root: randomBytes(32) },
];
const walletKey = randomBytes(32);
const refusal = expect.objectContaining({ name: "UnknownFormat" });

describe("parseHandover", () => {
  it("reads what encodeHandover wrote, with a wallet and without", () => {
    for (const handover of [
      { roots, walletKey },
      { roots, walletKey: undefined },
    ]) {
      expect(parseHandover(encodeHandover(handover))).toEqual(handover);
    }
  });

  it("reads a vault's content as it is: without a wallet there is nothing else", () => {
    expect(encodeHandover({ roots, walletKey: undefined })).toEqual(encodeRoots(roots));
  });

  it("refuses half a key, more than a key, no root and half a root", () => {
    const whole = encodeHandover({ roots, walletKey });
    for (const bytes of [whole.slice(0, -1), new Uint8Array([...whole, 0]), new Uint8Array(), whole.slice(0, 40)]) {
      expect(() => parseHandover(bytes)).toThrow(refusal);
    }
  });

  it("is not written with what is no key", () => {
    expect(() => encodeHandover({ roots, walletKey: walletKey.slice(1) })).toThrow(refusal);
  });

  it("lets nothing but its own errors out, whatever comes in", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), (bytes) => {
        try {
          expect(encodeHandover(parseHandover(bytes))).toEqual(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(SealingError);
        }
      }),
      { numRuns: fuzzRuns(1_000) },
    );
  });
});
