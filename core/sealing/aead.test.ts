import fc from "fast-check";
import { bytesToHex } from "viem";
import { describe, expect, it } from "vitest";
import { damagedBytes } from "#test/support/sealing/damagedBytes.ts";
import { nonceSize, openAead, sealAead, tagSize } from "./aead.ts";

const key = new Uint8Array(32).fill(1);
const nonce = new Uint8Array(nonceSize).fill(2);
const plaintext = Uint8Array.of(3, 4, 5);
const associated = Uint8Array.of(6);

describe("what is sealed", () => {
  it("opens with the same key, nonce and associated data", () => {
    const box = sealAead({ key, nonce, plaintext, associated });
    expect(box.length).toBe(plaintext.length + tagSize);
    expect(openAead({ key, nonce, box, associated })).toEqual(plaintext);
    expect(openAead({ key, nonce, box: sealAead({ key, nonce, plaintext }) })).toEqual(plaintext);
  });

  it("is what another library seals", () => {
    expect(bytesToHex(sealAead({ key, nonce, plaintext, associated }))).toBe(
      "0xcf62335b86f23d0da21ea5ee512faf4be1d5eb",
    );
  });

  it.each([
    ["key", { key: new Uint8Array(32) }],
    ["nonce", { nonce: new Uint8Array(24) }],
    ["associated data", { associated: Uint8Array.of(7) }],
  ])("does not open with another %s", (_, change) => {
    const box = sealAead({ key, nonce, plaintext, associated });
    expect(openAead({ key, nonce, box, associated, ...change })).toBeUndefined();
  });

  it("opens where nothing but the tag is there", () => {
    const box = sealAead({ key, nonce, plaintext: new Uint8Array(0) });
    expect(openAead({ key, nonce, box })).toEqual(new Uint8Array(0));
  });

  it("does not open when damaged, and never throws", () => {
    const box = sealAead({ key, nonce, plaintext, associated });
    fc.assert(
      fc.property(damagedBytes(box), (damaged) => {
        fc.pre(bytesToHex(damaged) !== bytesToHex(box));
        expect(openAead({ key, nonce, box: damaged, associated })).toBeUndefined();
      }),
    );
  });
});
