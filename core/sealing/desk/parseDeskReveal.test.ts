import fc from "fast-check";
import { stringToBytes } from "viem";
import { describe, expect, it } from "vitest";
import { fuzzRuns } from "#test/support/fuzzing.ts";
import { canonicalJson } from "../../consent/canonicalJson.ts";
import { SealingError } from "../SealingError.ts";
import { encodeDeskReveal } from "./encodeDeskReveal.ts";
import { parseDeskReveal } from "./parseDeskReveal.ts";

const numRuns = fuzzRuns(10_000);
const nD = `0x${"01".repeat(32)}`;
const read = (text: string) => () => parseDeskReveal(stringToBytes(text));

describe("parseDeskReveal", () => {
  it("gives the request back as the very text that was committed to", () => {
    const nonceDoctor = crypto.getRandomValues(new Uint8Array(32));
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const request = canonicalJson(value);
        expect(parseDeskReveal(encodeDeskReveal({ nonceDoctor, request }))).toEqual({ nonceDoctor, request });
      }),
    );
  });

  it.each([
    ["nothing", ""],
    ["no nonce", '{"request":{}}'],
    ["no request", canonicalJson({ nD })],
    ["a request that is a text", canonicalJson({ nD, request: "{}" })],
    ["a request that is a list", canonicalJson({ nD, request: [] })],
    ["a request out of order", `{"nD":"${nD}","request":{"b":1,"a":1}}`],
    ["nesting without end", `{"nD":"${nD}","request":${'{"a":'.repeat(2000)}1${"}".repeat(2001)}`],
  ])("refuses %s", (_, text) => {
    expect(read(text)).toThrow(expect.objectContaining({ name: "DeskMessageDamaged" }));
  });

  it("lets nothing but its own errors out, whatever comes in", () => {
    const bytes = fc.oneof(
      fc.uint8Array(),
      fc.json().map((text) => stringToBytes(text)),
    );
    fc.assert(
      fc.property(bytes, (other) => {
        expect(() => parseDeskReveal(other)).toThrow(SealingError);
      }),
      { numRuns },
    );
  });
});
