import fc from "fast-check";
import { bytesToHex, concat, sha256, stringToBytes } from "viem";
import { describe, expect, it } from "vitest";
import { fuzzRuns } from "#test/support/fuzzing.ts";
import { countedBytes } from "#test/support/sealing/countedBytes.ts";
import { damagedBytes } from "#test/support/sealing/damagedBytes.ts";
import { refusal } from "#test/support/sealing/refusal.ts";
import { sampleEntry } from "#test/support/sealing/sampleEntry.ts";
import { otherPlaces, recordPlace } from "#test/support/sealing/samplePlaces.ts";
import { SealingError } from "../SealingError.ts";
import { sealAead } from "../aead.ts";
import { keyPairOf } from "../keyPairOf.ts";
import { keyedHash } from "../keyedHash.ts";
import { keyringOf } from "../keyring.ts";
import { padJson } from "../padJson.ts";
import { recordContext } from "../recordContext.ts";
import type { Suite } from "../suites.ts";
import { type OpenCapsuleParameters, openCapsule } from "./openCapsule.ts";
import { parseCapsule } from "./parseCapsule.ts";
import { sealCapsule } from "./sealCapsule.ts";

const place = recordPlace;
const dek = countedBytes(32, 1);
const seed = countedBytes(32, 2);
const { category, epoch } = sampleEntry;
const keyring = keyringOf(([1, 2] as const).map((suite) => ({ category, epoch, suite, seed })));
const noKeys = keyringOf([]);

function sealed(suite: Suite, entry = sampleEntry, key = dek): Uint8Array {
  return sealCapsule({ entry, dek: key, suite, publicKey: keyPairOf(seed, suite).publicKey, place });
}

const capsule = sealed(1);

/** Opens it as the one that is on chain. */
function open(bytes: Uint8Array, change: Partial<OpenCapsuleParameters> = {}) {
  return openCapsule({ capsule: bytes, capsuleHash: sha256(bytes), place, keyring, ...change });
}

/** A capsule around this plaintext, by somebody who has the key of the record but not our program. */
function forged(plaintext: Uint8Array): Uint8Array {
  const { head, nonce } = parseCapsule(capsule);
  const key = keyedHash(dek, "ownchart/entry", recordContext(place));
  return concat([head, sealAead({ key, nonce, plaintext, associated: head })]);
}

function withText(text: string): Uint8Array {
  return forged(stringToBytes(text.padEnd(256)));
}

describe("openCapsule", () => {
  it.each([1, 2] as const)("opens in suite %i what was sealed", (suite) => {
    const entry = { ...sampleEntry, prev: `0x${"ab".repeat(32)}` as const };
    expect(open(sealed(suite, entry))).toEqual({ entry, dek });
  });

  it("opens with more padding than there must be, and without members that a later version brought", () => {
    expect(open(forged(padJson(sampleEntry, 1_024))).entry).toEqual(sampleEntry);
    expect(open(forged(padJson({ ...sampleEntry, colour: "red" }, 256))).entry).toEqual(sampleEntry);
  });

  it("opens by the key it names, however many one holds", () => {
    const others = Array.from(
      { length: 50 },
      (_, i) => ({ category: 1, epoch: i, suite: 1, seed: countedBytes(32, i + 9) }) as const,
    );
    expect(open(capsule, { keyring: new Map([...keyringOf(others), ...keyring]) }).entry).toEqual(sampleEntry);
  });
});

describe("a capsule is refused", () => {
  it("where it is not the one on chain, before anything in it is looked at", () => {
    for (const bytes of [capsule, new Uint8Array(0), capsule.with(0, 0)]) {
      const other = { capsuleHash: sha256(Uint8Array.of(1)), keyring: noKeys };
      expect(() => open(bytes, other)).toThrow(refusal("NotTheCapsuleOnChain"));
    }
  });

  it("where its format is not known, before a key is looked for", () => {
    expect(() => open(capsule.with(5, 2), { keyring: noKeys })).toThrow(refusal("UnknownFormat"));
    expect(() => open(capsule.subarray(0, -1), { keyring: noKeys })).toThrow(refusal("UnknownFormat"));
  });

  it("where its key was not given, before it is tried whose chart it is", () => {
    const moved = { ...place, subject: place.author };
    expect(() => open(capsule, { keyring: noKeys, place: moved })).toThrow(refusal("NoKeyForCapsule"));
    expect(() => open(capsule.with(8, capsule[8]! ^ 1))).toThrow(refusal("NoKeyForCapsule"));
  });

  it("where the key it names is one of the other suite", () => {
    const disguised = sealed(2);
    disguised.set(capsule.subarray(8, 40), 8);
    expect(() => open(disguised)).toThrow(refusal("NoKeyForCapsule"));
  });

  it.each(otherPlaces(place))("where it was sealed for another %s", (_, other) => {
    for (const suite of [1, 2] as const) {
      expect(() => open(sealed(suite), { place: other })).toThrow(refusal("WrongChartOrKey"));
    }
  });

  it("where commitment or wrap were damaged, before the entry is looked at", () => {
    const last = capsule.length - 1;
    const damagedEntry = capsule.with(last, capsule[last]! ^ 1);
    expect(() => open(damagedEntry.with(40, capsule[40]! ^ 1))).toThrow(refusal("WrongChartOrKey", "commitment"));
    expect(() => open(damagedEntry.with(72, capsule[72]! ^ 1))).toThrow(
      refusal("WrongChartOrKey", "the key does not unwrap"),
    );
  });

  it("where another key was wrapped than was committed to", () => {
    const other = sealed(1, sampleEntry, countedBytes(32, 7));
    const spliced = concat([capsule.subarray(0, 72), other.subarray(72)]);
    expect(() => open(spliced)).toThrow(refusal("WrongChartOrKey", "commitment"));
  });

  it.each([152, 175, 176, capsule.length - 1])("where its entry was damaged: byte %i", (at) => {
    expect(() => open(capsule.with(at, capsule[at]! ^ 1))).toThrow(refusal("EntryDamaged", "it does not open"));
  });

  it.each([
    ["no JSON", " "],
    ["JSON that is not canonical", JSON.stringify({ title: 1, cid: 2 })],
    ["a list", "[]"],
    ["no entry", '{"cid":"bafy"}'],
  ])("where what is sealed is %s", (_, text) => {
    expect(() => open(withText(text))).toThrow(refusal("EntryDamaged", "it is not as it must be"));
  });

  it("where a member is of another type, or a line break stands in the padding", () => {
    const odd = padJson({ ...sampleEntry, epoch: "3" }, 256);
    expect(() => open(forged(odd))).toThrow(refusal("EntryDamaged", "it is not as it must be"));
    const broken = padJson(sampleEntry, 512).with(511, 0x0a);
    expect(() => open(forged(broken))).toThrow(refusal("EntryDamaged", "it is not as it must be"));
  });

  it.each([{ category: 3 }, { epoch: 2 }])("where it says that it belongs elsewhere: %o", (change) => {
    expect(() => open(sealed(1, { ...sampleEntry, ...change }))).toThrow(refusal("EntryNotUnderItsKey"));
  });

  it("in no other way, whatever strangers made of it", () => {
    fc.assert(
      fc.property(damagedBytes(capsule, sealed(2)), (bytes) => {
        try {
          expect(open(bytes).entry).toEqual(sampleEntry);
        } catch (error) {
          expect(error).toBeInstanceOf(SealingError);
        }
      }),
      { numRuns: fuzzRuns(5_000) },
    );
  });

  it("in no other way, whatever was sealed as its entry", () => {
    const plaintexts = damagedBytes(padJson(sampleEntry, 256), padJson({ ...sampleEntry, title: "ä" }, 256)).map(
      (bytes) => {
        const padded = new Uint8Array(Math.max(1, Math.ceil(bytes.length / 256)) * 256).fill(0x20);
        padded.set(bytes);
        return padded;
      },
    );
    fc.assert(
      fc.property(plaintexts, (plaintext) => {
        try {
          const { entry } = open(forged(plaintext));
          expect(bytesToHex(plaintext)).toContain(bytesToHex(stringToBytes(`"cid":"${entry.cid}"`)).slice(2));
        } catch (error) {
          expect(error).toBeInstanceOf(SealingError);
        }
      }),
      { numRuns: fuzzRuns(5_000) },
    );
  });
});
