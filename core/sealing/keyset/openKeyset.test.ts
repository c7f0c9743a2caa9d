import fc from "fast-check";
import { bytesToHex, concat, sha256 } from "viem";
import { describe, expect, it } from "vitest";
import { fuzzRuns } from "#test/support/fuzzing.ts";
import { countedBytes } from "#test/support/sealing/countedBytes.ts";
import { damagedBytes } from "#test/support/sealing/damagedBytes.ts";
import { refusal } from "#test/support/sealing/refusal.ts";
import { chartPlace } from "#test/support/sealing/samplePlaces.ts";
import { SealingError } from "../SealingError.ts";
import { keysetOf } from "./keysetOf.ts";
import { openKeyset } from "./openKeyset.ts";

const bytes = keysetOf({ root: countedBytes(32, 1), chart: chartPlace, epoch: 3, suite: 2 });
const open = (keyset: Uint8Array) => openKeyset({ bytes: keyset, hash: sha256(keyset) });

describe("openKeyset", () => {
  it("gives suite and key ids, by category", () => {
    const { suite, keyIds } = open(bytes);
    expect([suite, keyIds.length]).toEqual([2, 11]);
    expect(keyIds[10]).toBe(bytesToHex(bytes.subarray(-32)));
    expect(keyIds[0]).toBe(bytesToHex(bytes.subarray(7, 39)));
  });

  it("refuses one that is not on chain, before anything in it is looked at", () => {
    for (const other of [bytes, new Uint8Array(0), bytes.with(0, 0)]) {
      expect(() => openKeyset({ bytes: other, hash: sha256(Uint8Array.of(1)) })).toThrow(refusal("StaleKeyset"));
    }
  });

  it.each([
    ["head or size of the keyset", bytes.with(0, 0)],
    ["head or size of the keyset", bytes.with(3, 0x32)],
    ["head or size of the keyset", bytes.with(4, 0)],
    ["head or size of the keyset", bytes.with(4, 3)],
    ["head or size of the keyset", bytes.with(5, 10)],
    ["head or size of the keyset", bytes.with(5, 10).subarray(0, -33)],
    ["head or size of the keyset", bytes.subarray(0, -1)],
    ["head or size of the keyset", bytes.subarray(0, -33)],
    ["head or size of the keyset", concat([bytes, Uint8Array.of(0)])],
    ["head or size of the keyset", new Uint8Array(0)],
    ["categories of the keyset", bytes.with(6, 1)],
    ["categories of the keyset", bytes.with(6 + 33 * 10, 11)],
    ["categories of the keyset", bytes.with(6 + 33, 0)],
  ])("refuses what is none although it is on chain: %s", (detail, keyset) => {
    expect(() => open(keyset)).toThrow(refusal("UnknownFormat", detail));
  });

  it("refuses what strangers made of one in no other way", () => {
    fc.assert(
      fc.property(damagedBytes(bytes, bytes.with(4, 1)), (keyset) => {
        try {
          expect(open(keyset).keyIds.length).toBe(11);
        } catch (error) {
          expect(error).toBeInstanceOf(SealingError);
        }
      }),
      { numRuns: fuzzRuns(10_000) },
    );
  });
});
