import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainName } from "./plainName.ts";

describe("plainName", () => {
  it.each([
    ["an ordinary name", "Jörg Größe-Ærlig", "Jörg Größe-Ærlig"],
    ["a name of another script", "سارا می\u200cدانی", "سارا می\u200cدانی"],
    ["several lines", " Dr.\r\n\tMira\u2028Okafor ", "Dr. Mira Okafor"],
    ["a direction turned around", "Mira\u202e rofakO\u2066\u200f", "Mira rofakO"],
    ["control characters", "Mi\u0000ra\u001b[31m", "Mira[31m"],
    ["invisible characters", "Mi\u200bra\u00ad\u{e0041}", "Mira"],
    ["half of a character", "Mira\ud800", "Mira"],
    ["nothing visible", "\u202e\n\u0007", ""],
  ])("tidies %s", (_, given, tidy) => {
    expect(plainName(given)).toBe(tidy);
  });

  it("keeps a hundred characters, none of them halved", () => {
    expect(plainName("\u{1f600}".repeat(1000))).toBe("\u{1f600}".repeat(100));
  });

  it("always fits one line, and changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300, size: "max" }), (name) => {
        const tidy = plainName(name);
        expect(tidy).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/v);
        expect(tidy.isWellFormed()).toBe(true);
        expect(plainName(tidy)).toBe(tidy);
      }),
    );
  });
});
