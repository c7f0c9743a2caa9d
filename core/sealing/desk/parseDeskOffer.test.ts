import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fuzzRuns } from "#test/support/fuzzing.ts";
import { SealingError } from "../SealingError.ts";
import { createDeskOffer } from "./createDeskOffer.ts";
import { encodeDeskOffer } from "./encodeDeskOffer.ts";
import { parseDeskOffer } from "./parseDeskOffer.ts";

const numRuns = fuzzRuns(10_000);
const { offer } = createDeskOffer({ request: "{}" });
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const text = encodeDeskOffer(offer);

describe("parseDeskOffer", () => {
  it("reads what encodeDeskOffer wrote", () => {
    fc.assert(
      fc.property(bytes(32), bytes(16), bytes(32), (commitment, mailbox, key) => {
        expect(parseDeskOffer(encodeDeskOffer({ commitment, mailbox, key }))).toEqual({ commitment, mailbox, key });
      }),
    );
  });

  it("reads 176 characters, all of which QR codes hold in their denser mode for capitals and digits", () => {
    expect(text).toMatch(/^[0-9A-Z $%*+\-./:]{176}$/);
  });

  it.each([
    ["nothing", ""],
    ["the code of a web page", "https://example.org/OWNCHART:DESK:1:"],
    ["the code of another version", text.replace(":1:", ":2:")],
    ["a code that was cut off", text.slice(0, -2)],
    ["a code with more behind it", `${text}00`],
    ["a code with a line behind it", `${text}\n`],
    ["lower case", text.toLowerCase()],
    ["lower case after the prefix", text.slice(0, 16) + "ab".repeat(80)],
    ["what is not hexadecimal", `${text.slice(0, -1)}G`],
  ])("refuses %s", (_, other) => {
    expect(() => parseDeskOffer(other)).toThrow(expect.objectContaining({ name: "UnknownFormat" }));
  });

  it("lets nothing but its own errors out, whatever was scanned", () => {
    const scanned = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ maxLength: 4 }).map((end) => text.slice(0, 180 - 2 * end.length) + end),
    );
    fc.assert(
      fc.property(scanned, (other) => {
        fc.pre(other !== text);
        try {
          expect(encodeDeskOffer(parseDeskOffer(other))).toBe(other);
        } catch (error) {
          expect(error).toBeInstanceOf(SealingError);
        }
      }),
      { numRuns },
    );
  });
});
