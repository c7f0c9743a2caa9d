import fc from "fast-check";
import { concat, stringToBytes } from "viem";
import { describe, expect, it } from "vitest";
import { fuzzRuns } from "#test/support/fuzzing.ts";
import { countedBytes, countedDraws } from "#test/support/sealing/countedBytes.ts";
import { damagedBytes } from "#test/support/sealing/damagedBytes.ts";
import { refusal } from "#test/support/sealing/refusal.ts";
import {
  granteePair,
  sampleGrant,
  sampleKeysetHashes,
  sampleTermsHash,
  subjectPair,
} from "#test/support/sealing/sampleGrant.ts";
import { grantPlace, otherPlaces } from "#test/support/sealing/samplePlaces.ts";
import { SealingError } from "../SealingError.ts";
import { sealAead } from "../aead.ts";
import { grantContext } from "../grantContext.ts";
import { keyPairOf } from "../keyPairOf.ts";
import { keyedHash } from "../keyedHash.ts";
import { padJson } from "../padJson.ts";
import type { Suite } from "../suites.ts";
import { grantToJson } from "./grantJson.ts";
import { type OpenGrantParameters, openGrant } from "./openGrant.ts";
import { parseGrant } from "./parseGrant.ts";
import { sealGrant } from "./sealGrant.ts";

const place = grantPlace;
/** Before the wraps. */
const headSize = 40;

function sealed(suite: Suite, content = sampleGrant): Uint8Array {
  const [granteeKey, subjectKey] = [granteePair(suite).publicKey, subjectPair(suite).publicKey];
  return sealGrant({ content, place, suite, granteeKey, subjectKey, random: countedDraws() });
}

const grant = sealed(1);

function open(bytes: Uint8Array, change: Partial<OpenGrantParameters> = {}) {
  return openGrant({
    grant: bytes,
    place,
    role: "grantee",
    pairs: [granteePair(2), granteePair(1)],
    termsHash: sampleTermsHash,
    keysetHashes: sampleKeysetHashes,
    ...change,
  });
}

/** A grant around this plaintext, by somebody who knows its key but does not use our program. */
function forged(plaintext: Uint8Array): Uint8Array {
  const { head, nonce } = parseGrant(grant);
  const key = keyedHash(countedBytes(32, 17), "ownchart/grant", grantContext(place));
  return concat([head, sealAead({ key, nonce, plaintext, associated: head })]);
}

function padded(bytes: Uint8Array): Uint8Array {
  const filled = new Uint8Array(Math.max(1, Math.ceil(bytes.length / 1_024)) * 1_024).fill(0x20);
  filled.set(bytes);
  return filled;
}

describe("openGrant", () => {
  it.each([1, 2] as const)("opens in suite %i for both ends, and gives what was granted", (suite) => {
    const { terms, about, keys, seeds } = sampleGrant;
    const bytes = sealed(suite);
    for (const given of [open(bytes), open(bytes, { role: "subject", pairs: [subjectPair(suite)] })]) {
      expect({ ...given, keysets: [...given.keysets.keys()] }).toEqual({
        terms,
        about,
        keys,
        keysets: [2, 3],
        seeds: seeds.map((seed) => Object.assign({ suite: seed.epoch === 2 ? 1 : 2 }, seed)),
      });
    }
  });

  it("opens with any identity one ever had", () => {
    const others = [1, 2, 3].map((first) => keyPairOf(countedBytes(32, first), 1));
    expect(open(grant, { pairs: [...others, granteePair(1), ...others] }).about).toEqual(sampleGrant.about);
  });

  it("opens with more padding than there must be, and without members that a later version brought", () => {
    expect(open(forged(padJson(grantToJson(sampleGrant), 8_192))).about).toEqual(sampleGrant.about);
    expect(open(forged(padJson({ ...grantToJson(sampleGrant), colour: "red" }, 1_024)))).not.toHaveProperty("colour");
  });
});

describe("a grant is refused", () => {
  const notUnwrapped = refusal("WrongChartOrKey", "no key unwraps it");
  const otherCommitment = refusal("WrongChartOrKey", "commitment");

  it("where its format is not known, before a key is tried", () => {
    for (const bytes of [grant.with(0, 0), grant.subarray(0, -1), new Uint8Array(0)]) {
      expect(() => open(bytes, { pairs: [] })).toThrow(refusal("UnknownFormat"));
    }
  });

  it("where one has no key, none of its suite, or that of the other end", () => {
    for (const suite of [1, 2] as const) {
      const bytes = sealed(suite);
      expect(() => open(bytes, { pairs: [] })).toThrow(notUnwrapped);
      expect(() => open(bytes, { pairs: [granteePair(suite === 1 ? 2 : 1)] })).toThrow(notUnwrapped);
      expect(() => open(bytes, { pairs: [subjectPair(suite)] })).toThrow(notUnwrapped);
      expect(() => open(bytes, { role: "subject" })).toThrow(notUnwrapped);
    }
  });

  it.each(otherPlaces(place))("where it was for another %s, as an old one for another epoch", (_, other) => {
    expect(() => open(sealed(1), { place: other })).toThrow(otherCommitment);
    expect(() => open(sealed(2), { place: other })).toThrow(notUnwrapped);
  });

  it("where commitment or wrap were damaged, before what is sealed is looked at", () => {
    const last = grant.length - 1;
    const damaged = grant.with(last, grant[last]! ^ 1);
    expect(() => open(damaged.with(8, grant[8]! ^ 1))).toThrow(otherCommitment);
    expect(() => open(damaged.with(headSize, grant[headSize]! ^ 1))).toThrow(notUnwrapped);
  });

  it.each([headSize + 80, headSize + 160, headSize + 184, grant.length - 1])(
    "where the other end's wrap, the nonce or what is sealed was damaged: byte %i",
    (at) => {
      expect(() => open(grant.with(at, grant[at]! ^ 1))).toThrow(refusal("GrantDamaged", "it does not open"));
    },
  );

  it.each([
    ["no JSON", "{"],
    ["JSON that is not canonical", '{"b":1,"a":2}'],
    ["a list", "[]"],
    ["no grant", '{"about":{}}'],
  ])("where what is sealed is %s, before it is held against the chain", (_, text) => {
    expect(() => open(forged(padded(stringToBytes(text))), { keysetHashes: new Map() })).toThrow(
      refusal("GrantDamaged", "it is not as it must be"),
    );
  });

  it("where it does not match the chain", () => {
    expect(() => open(grant, { termsHash: "0x00" })).toThrow(refusal("GrantDoesNotMatch"));
    expect(() => open(grant, { keysetHashes: new Map() })).toThrow(refusal("GrantDoesNotMatch"));
  });

  it("in no other way, whatever strangers made of it", () => {
    fc.assert(
      fc.property(damagedBytes(grant, sealed(2)), (bytes) => {
        try {
          expect(open(bytes).about).toEqual(sampleGrant.about);
        } catch (error) {
          expect(error).toBeInstanceOf(SealingError);
        }
      }),
      { numRuns: fuzzRuns(1_000) },
    );
  });

  it("in no other way, whatever was sealed in it", () => {
    const valid = [sampleGrant, { ...sampleGrant, seeds: [] }].map((content) => padJson(grantToJson(content), 1));
    fc.assert(
      fc.property(damagedBytes(...valid), (bytes) => {
        try {
          expect(open(forged(padded(bytes))).seeds.length).toBe(2);
        } catch (error) {
          expect(error).toBeInstanceOf(SealingError);
        }
      }),
      { numRuns: fuzzRuns(1_000) },
    );
  });
});
