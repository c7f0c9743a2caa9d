import fc from "fast-check";
import { bytesToHex, sha256 } from "viem";
import { describe, expect, it } from "vitest";
import { fuzzRuns } from "#test/support/fuzzing.ts";
import { countedDraws } from "#test/support/sealing/countedBytes.ts";
import { damagedBytes } from "#test/support/sealing/damagedBytes.ts";
import { refusal } from "#test/support/sealing/refusal.ts";
import { granteePair, subjectPair } from "#test/support/sealing/sampleGrant.ts";
import { grantPlace, grantee, subject } from "#test/support/sealing/samplePlaces.ts";
import { SealingError } from "../SealingError.ts";
import { sameBytes } from "../sameBytes.ts";
import { messageContext } from "./messageContext.ts";
import { openMessage } from "./openMessage.ts";
import { sealMessage } from "./sealMessage.ts";

const place = {
  chainId: grantPlace.chainId,
  keyDirectory: grantPlace.consentRegistry,
  from: subject,
  to: grantee,
};
const content = { kind: "greeting", text: "Guten Morgen" };
const pairs = [subjectPair(2), granteePair(1), granteePair(2)];

const sealedIn = (suite: 1 | 2) => sealMessage({ content, place, suite, publicKey: granteePair(suite).publicKey });

describe("a message", () => {
  it.each([1, 2] as const)(
    "in suite %i is opened by whom it is to, whichever of their keys it was sealed to",
    (suite) => {
      expect(openMessage({ message: sealedIn(suite), place, pairs })).toEqual(content);
    },
  );

  it("is sealed to the same bytes by the same randomness: a byte that changes needs a new version", () => {
    const { publicKey } = granteePair(2);
    expect(sha256(sealMessage({ content, place, suite: 2, publicKey, random: countedDraws() }))).toBe(
      "0xd669310721fc70f08f7f7589a142ef837f8249cc88ce00b687ddc8f8224ada11",
    );
  });

  it("is bound to chain, KeyDirectory, writer and reader", () => {
    const { keyDirectory, from, to } = place;
    const [directory, writer, reader] = [keyDirectory, from, to].map((address) => address.slice(2).toLowerCase());
    expect(bytesToHex(messageContext(place))).toBe(`0x0000000000007a69${directory}${writer}${reader}`);
  });

  it.each([
    ["chain", { chainId: 1 }],
    ["KeyDirectory", { keyDirectory: subject }],
    ["writer", { from: grantee }],
    ["reader", { to: subject }],
  ])("does not open as one of another %s", (_, other) => {
    for (const suite of [1, 2] as const) {
      const opening = () => openMessage({ message: sealedIn(suite), place: { ...place, ...other }, pairs });
      expect(opening).toThrow(refusal("WrongChartOrKey"));
    }
  });

  it("is opened by nobody else", () => {
    const opening = () => openMessage({ message: sealedIn(2), place, pairs: [subjectPair(1), subjectPair(2)] });
    expect(opening).toThrow(refusal("WrongChartOrKey"));
  });

  it("of 64 KiB at most is sealed", () => {
    const [fits, tooLong] = [63_000, 66_000].map((length) => ({ text: "x".repeat(length) }));
    const parameters = { place, suite: 2, publicKey: granteePair(2).publicKey } as const;
    expect(sealMessage({ ...parameters, content: fits! }).length).toBeLessThanOrEqual(65_536);
    expect(() => sealMessage({ ...parameters, content: tooLong! })).toThrow(refusal("MessageTooLong"));
  });

  it("that was damaged anywhere is refused by name", () => {
    const message = sealedIn(1);
    fc.assert(
      fc.property(damagedBytes(message), (damaged) => {
        fc.pre(!sameBytes(damaged, message));
        expect(() => openMessage({ message: damaged, place, pairs })).toThrow(SealingError);
      }),
      { numRuns: fuzzRuns(300) },
    );
  });

  it("is never made of what was not one", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2048 }), (message) => {
        expect(() => openMessage({ message, place, pairs })).toThrow(SealingError);
      }),
      { numRuns: fuzzRuns(10_000) },
    );
  });
});
