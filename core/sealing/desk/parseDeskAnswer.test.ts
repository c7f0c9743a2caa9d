import fc from "fast-check";
import { stringToBytes } from "viem";
import { describe, expect, it } from "vitest";
import { fuzzRuns } from "#test/support/fuzzing.ts";
import { canonicalJson } from "../../consent/canonicalJson.ts";
import { SealingError } from "../SealingError.ts";
import { encodeDeskAnswer } from "./encodeDeskAnswer.ts";
import { parseDeskAnswer } from "./parseDeskAnswer.ts";

const numRuns = fuzzRuns(10_000);
const nP = `0x${"01".repeat(32)}`;
const subject = "0xa1b397875434dbd426180a3e906d6edeeaa1e27a";
const read = (text: string) => () => parseDeskAnswer(stringToBytes(text));

describe("parseDeskAnswer", () => {
  it("reads what encodeDeskAnswer wrote, with the address in lower case", () => {
    const noncePatient = crypto.getRandomValues(new Uint8Array(32));
    const checksummed = "0xA1B397875434Dbd426180A3e906D6EDEEAa1E27A";
    const bytes = encodeDeskAnswer({ noncePatient, subject: checksummed });
    expect(parseDeskAnswer(bytes)).toEqual({ noncePatient, subject });
  });

  it("passes over padding and members that it does not know", () => {
    const answer = read(`${canonicalJson({ nP, subject, zodiac: "crab" })}   `)();
    expect(answer).toEqual({ noncePatient: new Uint8Array(32).fill(1), subject });
  });

  it.each([
    ["nothing", ""],
    ["a list", "[]"],
    ["a text that is no JSON", "hello"],
    ["members out of order", `{"subject":"${subject}","nP":"${nP}"}`],
    ["a space within", `{"nP": "${nP}","subject":"${subject}"}`],
    ["the same member twice", `{"nP":"${nP}","nP":"${nP}","subject":"${subject}"}`],
    ["no nonce", canonicalJson({ subject })],
    ["a short nonce", canonicalJson({ nP: nP.slice(0, -2), subject })],
    ["no subject", canonicalJson({ nP })],
    ["a subject in upper case", canonicalJson({ nP, subject: subject.toUpperCase() })],
    ["a subject that is a number", canonicalJson({ nP, subject: 1 })],
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
        expect(() => parseDeskAnswer(other)).toThrow(SealingError);
      }),
      { numRuns },
    );
  });
});
