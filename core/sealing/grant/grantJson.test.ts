import fc from "fast-check";
import { bytesToHex } from "viem";
import { describe, expect, it } from "vitest";
import { fuzzRuns } from "#test/support/fuzzing.ts";
import { sampleGrant } from "#test/support/sealing/sampleGrant.ts";
import { canonicalJson } from "../../consent/canonicalJson.ts";
import { grantFromJson, grantToJson } from "./grantJson.ts";

// oxlint-disable-next-line typescript/no-explicit-any -- any member is changed into anything
type Json = any;

/** The grant's JSON after somebody has changed it. */
function changed(change: (json: Json) => void): unknown {
  const json = JSON.parse(canonicalJson(grantToJson(sampleGrant))) as Json;
  change(json);
  return json;
}

describe("a grant's JSON", () => {
  it("holds bytes as hexadecimal in lower case", () => {
    expect(grantToJson(sampleGrant)).toEqual({
      terms: sampleGrant.terms,
      about: sampleGrant.about,
      keysets: sampleGrant.keysets.map(({ epoch, bytes }) => ({ epoch, bytes: bytesToHex(bytes) })),
      keys: sampleGrant.keys.map(({ category, publicKey }) => ({ category, publicKey: bytesToHex(publicKey) })),
      seeds: sampleGrant.seeds.map(({ category, epoch, seed }) => ({ category, epoch, seed: bytesToHex(seed) })),
    });
  });

  it("reads back as the same grant, also where nothing is given at all", () => {
    expect(grantFromJson(changed(() => {}))).toEqual(sampleGrant);
    const empty = { ...sampleGrant, keysets: [], keys: [], seeds: [] };
    expect(grantFromJson(grantToJson(empty))).toEqual(empty);
  });

  it("may have members that are not known here, in the terms as well, which keep them", () => {
    const json = changed((given) => {
      given.colour = "red";
      given.about.colour = "red";
      given.seeds[0].colour = "red";
      given.terms.colour = "red";
    });
    expect(grantFromJson(json)).toEqual({ ...sampleGrant, terms: { ...sampleGrant.terms, colour: "red" } });
  });

  it.each(["2026", "2026-01", "2026-12", "2026-01-01", "2026-10-31", "0001-09-09"])(
    "may have the birth date %s",
    (birthDate) => {
      expect(grantFromJson(changed((given) => (given.about.birthDate = birthDate)))?.about.birthDate).toBe(birthDate);
    },
  );

  it.each([
    "",
    "26",
    "2026-",
    "2026-00",
    "2026-13",
    "2026-20",
    "2026-1",
    "2026-01-00",
    "2026-01-32",
    "2026-01-40",
    "2026-01-1",
    "2026-01-01T",
    " 2026",
    "2026-01-01\n",
    2026,
  ])("has not %o as birth date", (birthDate) => {
    expect(grantFromJson(changed((given) => (given.about.birthDate = birthDate)))).toBeUndefined();
  });

  it.each<[string, (json: Json) => void]>([
    ...["terms", "about", "keysets", "keys", "seeds"].map((name): [string, (json: Json) => void] => [
      `without ${name}`,
      (given) => delete given[name],
    ]),
    ["whose terms are a list", (given) => (given.terms = [])],
    ["whose terms are null", (given) => (given.terms = null)],
    ["whose terms are text", (given) => (given.terms = "{}")],
    ["without a name", (given) => delete given.about.name],
    ["whose name is a number", (given) => (given.about.name = 1)],
    ["whose keysets are no list", (given) => (given.keysets = {})],
    ["with a keyset without epoch", (given) => delete given.keysets[1].epoch],
    ["with a keyset without bytes", (given) => delete given.keysets[1].bytes],
    ["with an epoch below nought", (given) => (given.keysets[0].epoch = -1)],
    ["with an epoch that four bytes cannot hold", (given) => (given.keysets[0].epoch = 2 ** 32)],
    ["with half an epoch", (given) => (given.seeds[0].epoch = 0.5)],
    ["with an epoch in text", (given) => (given.seeds[0].epoch = "1")],
    ["with bytes in upper case", (given) => (given.keysets[0].bytes = "0xAB")],
    ["with half a byte", (given) => (given.keysets[0].bytes = "0xabc")],
    ["with bytes without 0x", (given) => (given.keysets[0].bytes = "abcd")],
    ["with bytes and a line break", (given) => (given.keysets[0].bytes = "0xabcd\n")],
    ["with something before the bytes", (given) => (given.keysets[0].bytes = " 0xabcd")],
    ["with a category that there is not", (given) => (given.keys[0].category = 11)],
    ["with a category below nought", (given) => (given.seeds[0].category = -1)],
    ["without the category of a key", (given) => delete given.keys[0].category],
    ["with a key that is too short", (given) => (given.keys[0].publicKey = `0x${"ab".repeat(31)}`)],
    ["with a key of no suite", (given) => (given.keys[0].publicKey = `0x${"ab".repeat(1_215)}`)],
    ["with a seed that is too short", (given) => (given.seeds[0].seed = `0x${"ab".repeat(31)}`)],
    ["with a seed that is too long", (given) => (given.seeds[0].seed = `0x${"ab".repeat(33)}`)],
    ["with a seed that is null", (given) => (given.seeds[1] = null)],
  ])("is refused %s", (_, change) => {
    expect(grantFromJson(changed(change))).toBeUndefined();
  });

  it("may have keys of both suites, epochs up to the last, and no bytes at all", () => {
    const json = changed((given) => {
      given.keys[0].publicKey = `0x${"ab".repeat(32)}`;
      given.keysets[0] = { epoch: 2 ** 32 - 1, bytes: "0x" };
      given.keysets[1].epoch = 0;
    });
    const grant = grantFromJson(json);
    expect(grant?.keys[0]?.publicKey.length).toBe(32);
    expect(grant?.keysets.map(({ epoch }) => epoch)).toEqual([2 ** 32 - 1, 0]);
  });

  it("is read without throwing, whatever it is, and only as what can be written and read again", () => {
    const anything = fc.oneof(
      fc.anything(),
      fc
        .tuple(fc.constantFrom("terms", "about", "keysets", "keys", "seeds"), fc.jsonValue())
        .map(([name, value]) => changed((given) => (given[name] = value))),
      fc.jsonValue().map((value) => changed((given) => given.seeds.push(value))),
    );
    fc.assert(
      fc.property(anything, (value) => {
        const grant = grantFromJson(value);
        if (grant !== undefined) expect(grantFromJson(grantToJson(grant))).toEqual(grant);
      }),
      { numRuns: fuzzRuns(10_000) },
    );
  });
});
