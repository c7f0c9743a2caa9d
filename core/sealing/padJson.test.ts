import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NotJsonError } from "../consent/canonicalJson.ts";
import { padJson } from "./padJson.ts";
import { parsePaddedJson } from "./parsePaddedJson.ts";

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe("padJson", () => {
  it("is canonical JSON, then spaces up to a multiple of the unit", () => {
    expect(text(padJson({ b: 1, a: "a" }, 8))).toBe('{"a":"a","b":1} ');
    expect(text(padJson({ b: 1, a: "a" }, 5))).toBe('{"a":"a","b":1}');
    expect(text(padJson({}, 8))).toBe("{}      ");
  });

  it("counts bytes, not characters", () => {
    expect(text(padJson({ a: "ää" }, 5))).toBe('{"a":"ää"}   ');
  });

  it("reads back as the same value, at whatever unit", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.integer({ min: 1, max: 300 }), (value, unit) => {
        const padded = padJson(value, unit);
        expect(padded.length % unit).toBe(0);
        expect(JSON.stringify(parsePaddedJson(padded))).toBe(JSON.stringify(JSON.parse(text(padded))));
      }),
    );
  });

  it("refuses what JSON cannot hold", () => {
    expect(() => padJson({ a: Number.NaN }, 8)).toThrow(NotJsonError);
  });
});
