import fc from "fast-check";
import { stringToBytes } from "viem";
import { describe, expect, it } from "vitest";
import { fuzzRuns } from "#test/support/fuzzing.ts";
import { damagedBytes } from "#test/support/sealing/damagedBytes.ts";
import { quickest } from "#test/support/quickest.ts";
import { canonicalJson } from "../consent/canonicalJson.ts";
import { padJson } from "./padJson.ts";
import { parsePaddedJson } from "./parsePaddedJson.ts";

const parse = (text: string) => parsePaddedJson(stringToBytes(text));

describe("parsePaddedJson", () => {
  it("reads an object in canonical JSON, with spaces after it or without", () => {
    expect(parse('{"a":[1,null],"b":{}}')).toEqual({ a: [1, null], b: {} });
    expect(parse('{"a":1}   ')).toEqual({ a: 1 });
  });

  it.each([
    ["spaces before it", ' {"a":1}'],
    ["spaces within it", '{"a": 1}'],
    ["members in another order", '{"b":1,"a":1}'],
    ["a member twice", '{"a":1,"a":1}'],
    ["a number written otherwise", '{"a":1.0}'],
    ["a number that no double holds", '{"a":1e999}'],
    ["a character written otherwise", String.raw`{"a":"\u0061"}`],
    ["half of a character", String.raw`{"a":"\ud800"}`],
    ["a line break after it", '{"a":1}\n'],
    ["a tab after it", '{"a":1}\t'],
    ["a nought after it", '{"a":1}\0'],
    ["a byte order mark before it", '\ufeff{"a":1}'],
    ["something after it", '{"a":1} {}'],
    ["a list", "[]"],
    ["null", "null"],
    ["a string", '"a"'],
    ["a number", "1"],
    ["spaces alone", "   "],
    ["nothing", ""],
  ])("does not read %s", (_, text) => {
    expect(parse(text)).toBeUndefined();
  });

  it("does not read what is not UTF-8", () => {
    expect(parsePaddedJson(Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d))).toBeUndefined();
  });

  it("does not read what nests until the stack would overflow", () => {
    const deep = 200_000;
    expect(parse(`{"a":${"[".repeat(deep)}${"]".repeat(deep)}}`)).toBeUndefined();
    expect(parse('{"a":'.repeat(deep))).toBeUndefined();
  });

  it("reads past millions of spaces within a second", () => {
    const spaces = padJson({}, 2 ** 22);
    const read = () => expect(parsePaddedJson(spaces)).toEqual({});
    expect(quickest(read, { wanted: 1_000 })).toBeLessThan(1_000);
  });

  it("reads of damaged JSON only what is canonical itself, and never throws", () => {
    const valid = [padJson({ a: [1, "ä", null], b: { c: true } }, 32), padJson({ b: 1 }, 16)];
    const almost = fc.array(fc.constantFrom(...'{}[]:,"\\ab01.e- \n'.split(""))).map((symbols) => symbols.join(""));
    fc.assert(
      fc.property(
        fc.oneof(
          damagedBytes(...valid),
          almost.map((text) => stringToBytes(text)),
        ),
        (bytes) => {
          const value = parsePaddedJson(bytes);
          if (value !== undefined) expect(canonicalJson(value)).toBe(new TextDecoder().decode(bytes).trimEnd());
        },
      ),
      { numRuns: fuzzRuns(10_000) },
    );
  });
});
