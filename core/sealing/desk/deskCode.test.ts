import fc from "fast-check";
import { hexToBytes, stringToBytes } from "viem";
import { describe, expect, it } from "vitest";
import { readUint32 } from "../integerBytes.ts";
import { keyedHash } from "../keyedHash.ts";
import { deskCode } from "./deskCode.ts";

const subject = "0xa1b397875434dbd426180a3e906d6edeeaa1e27a";
const nonce = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe("deskCode", () => {
  it("is six digits, whatever is hashed", () => {
    fc.assert(
      fc.property(fc.string(), nonce, nonce, (request, nonceDoctor, noncePatient) => {
        expect(deskCode({ request, subject, nonceDoctor, noncePatient })).toMatch(/^[0-9]{6}$/);
      }),
    );
  });

  it("does not depend on how the subject's address is written", () => {
    const rest = { request: "{}", nonceDoctor: new Uint8Array(32), noncePatient: new Uint8Array(32) };
    const checksummed = "0xA1B397875434Dbd426180A3e906D6EDEEAa1E27A";
    expect(deskCode({ ...rest, subject })).toBe(deskCode({ ...rest, subject: checksummed }));
  });

  it("spreads over all codes: no first digit is missing in two hundred", () => {
    const rest = { request: "{}", subject, noncePatient: new Uint8Array(32) } as const;
    const codes = Array.from({ length: 200 }, (_, i) => deskCode({ ...rest, nonceDoctor: new Uint8Array(32).fill(i) }));
    expect(new Set(codes.map((code) => code[0])).size).toBe(10);
    expect(new Set(codes).size).toBeGreaterThan(195);
  });

  it("passes over a number from which low codes would be more likely than high ones", () => {
    const rest = { request: "{}", subject, noncePatient: new Uint8Array(32) } as const;
    const [first, second] = searchedNumbers(rest.noncePatient);
    expect(first.number).toBeGreaterThanOrEqual(4_294_000_000);
    expect(deskCode({ ...rest, nonceDoctor: first.nonceDoctor })).toBe(String(second % 1_000_000).padStart(6, "0"));
  });

  it("changes with the request, the subject and either nonce", () => {
    const usual = {
      request: "{}",
      subject,
      nonceDoctor: new Uint8Array(32),
      noncePatient: new Uint8Array(32),
    } as const;
    const others = [
      { request: '{"a":1}' },
      { subject: "0xb1b397875434dbd426180a3e906d6edeeaa1e27a" },
      { nonceDoctor: new Uint8Array(32).fill(1) },
      { noncePatient: new Uint8Array(32).fill(1) },
    ] as const;
    const codes = [usual, ...others.map((other) => Object.assign({}, usual, other))].map(deskCode);
    expect(new Set(codes).size).toBe(5);
  });
});

/** About every 4,400th hash begins with such a number. */
function searchedNumbers(noncePatient: Uint8Array) {
  const nonceDoctor = new Uint8Array(32);
  const view = new DataView(nonceDoctor.buffer);
  for (let i = 0; ; i += 1) {
    view.setUint32(0, i);
    const parts = [stringToBytes("{}"), hexToBytes(subject), nonceDoctor, noncePatient];
    const hash = keyedHash(new Uint8Array(), "ownchart/desk-code", ...parts);
    const number = readUint32(hash, 0);
    if (number >= 4_294_000_000) return [{ nonceDoctor, number }, readUint32(hash, 4)] as const;
  }
}
