import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fuzzRuns } from "#test/support/fuzzing.ts";
import { SealingError } from "../SealingError.ts";
import { createDeskOffer } from "./createDeskOffer.ts";
import { openDeskMessage } from "./openDeskMessage.ts";
import { longestDeskMessage, sealDeskMessage } from "./sealDeskMessage.ts";

const numRuns = fuzzRuns(10_000);
const { offer } = createDeskOffer({ request: "{}" });
const plaintext = new TextEncoder().encode("hello");
const sealed = sealDeskMessage({ ...offer, sender: "patient", plaintext });
const open = { ...offer, sender: "patient", sealed } as const;

describe("openDeskMessage", () => {
  it("opens what sealDeskMessage sealed, down to nothing and up to what a gateway takes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: longestDeskMessage - 40, size: "max" }), (bytes) => {
        const message = sealDeskMessage({ ...offer, sender: "doctor", plaintext: bytes });
        expect(message.length).toBeLessThanOrEqual(longestDeskMessage);
        expect(openDeskMessage({ ...offer, sender: "doctor", sealed: message })).toEqual(bytes);
      }),
    );
  });

  it("seals the same words to other bytes each time", () => {
    expect(sealDeskMessage({ ...offer, sender: "patient", plaintext })).not.toEqual(sealed);
  });

  it("is never asked to open what a gateway would not take: sealing refuses it", () => {
    const most = new Uint8Array(longestDeskMessage - 40);
    expect(sealDeskMessage({ ...offer, sender: "patient", plaintext: most })).toHaveLength(longestDeskMessage);
    const more = new Uint8Array(longestDeskMessage - 39);
    expect(() => sealDeskMessage({ ...offer, sender: "patient", plaintext: more })).toThrow(
      expect.objectContaining({ name: "DeskMessageTooLong" }),
    );
  });

  it.each([
    ["a message sent back to its author", { sender: "doctor" }],
    ["a message of another mailbox", { mailbox: new Uint8Array(16) }],
    ["a message under another key", { key: new Uint8Array(32) }],
    ["a message that was cut off", { sealed: sealed.subarray(0, -1) }],
    ["forty bytes of nothing", { sealed: new Uint8Array(40) }],
  ] as const)("refuses %s", (_, other) => {
    expect(() => openDeskMessage({ ...open, ...other })).toThrow(
      expect.objectContaining({ name: "DeskMessageDamaged" }),
    );
  });

  it("refuses a message with any bit flipped", () => {
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const damaged = sealed.slice();
      damaged[bit >> 3]! ^= 1 << (bit & 7);
      expect(() => openDeskMessage({ ...open, sealed: damaged })).toThrow(
        expect.objectContaining({ name: "DeskMessageDamaged" }),
      );
    }
  });

  it("knows what is shorter than any message", () => {
    const short = sealed.subarray(0, 39);
    expect(() => openDeskMessage({ ...open, sealed: short })).toThrow(
      expect.objectContaining({ name: "UnknownFormat" }),
    );
  });

  it("lets nothing but its own errors out, whatever comes in", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80, size: "max" }), (bytes) => {
        expect(() => openDeskMessage({ ...open, sealed: bytes })).toThrow(SealingError);
      }),
      { numRuns },
    );
  });
});
