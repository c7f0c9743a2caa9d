import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "./canonicalJson.ts";

describe("canonicalJson", () => {
  it("sorts members by UTF-16 code units, as in the RFC's own example", () => {
    const value = {
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis",
    };
    expect(Object.values(JSON.parse(canonicalJson(value)) as object)).toEqual([
      "One", // JavaScript puts index-like names first in any case
      "Carriage Return",
      "Control",
      "Latin Small Letter O With Diaeresis",
      "Euro Sign",
      "Emoji: Grinning Face",
      "Hebrew Letter Dalet With Dagesh",
    ]);
  });

  it("writes numbers and escapes as the RFC does", () => {
    const value = {
      numbers: [1e30, 4.5, 2e-3, 1e-27, -0],
      string: "\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"\u002f",
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[1e+30,4.5,0.002,1e-27,0],` +
        String.raw`"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  it("does not depend on the order in which members were set, and reads back as the same value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(canonicalJson(reversed(value))).toBe(text);
      }),
    );
  });

  it("leaves undefined members out, as JSON does", () => {
    expect(canonicalJson({ b: undefined, a: 1 })).toBe('{"a":1}');
  });

  it("writes what is nested as deep as no record is", () => {
    const text = "[".repeat(500) + "]".repeat(500);
    expect(canonicalJson(JSON.parse(text))).toBe(text);
  });

  it.each([
    ["a lone surrogate", "\ud800"],
    ["a lone surrogate as a name", { "\ud800": 1 }],
    ["infinity", [Infinity]],
    ["undefined in a list", [undefined]],
    ["a function", () => 1],
    ["a bigint", 1n],
    ["lists nested until a stack would overflow", JSON.parse("[".repeat(100_000) + "]".repeat(100_000))],
    ["objects nested until a stack would overflow", JSON.parse('{"a":'.repeat(100_000) + "1" + "}".repeat(100_000))],
  ])("refuses %s", (_, value) => {
    expect(() => canonicalJson(value)).toThrow(expect.objectContaining({ name: "NotJson" }));
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).toReversed();
  return Object.fromEntries(members.map(([name, member]) => [name, reversed(member)]));
}
