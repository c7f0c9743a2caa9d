import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainLine, plainText } from "./plainText.ts";

const any = fc.string({ unit: "binary", maxLength: 100 });

describe("plainText", () => {
  it("lets nothing through that drives a terminal or turns text around", () => {
    fc.assert(
      fc.property(any, (text) => {
        expect(plainText(text)).not.toMatch(/[[\p{Cc}\u202a-\u202e\u2066-\u2069]--[\n\t]]/v);
      }),
    );
    expect(plainText("\u001b[31mred\u001b]0;title\u0007 \u202egnp.exe\r\n")).toBe("[31mred]0;title gnp.exe\n");
  });

  it("keeps lines, tabs and what languages need", () => {
    expect(plainText("a\tb\nمی\u200cخواهم 👩\u200d⚕️")).toBe("a\tb\nمی\u200cخواهم 👩\u200d⚕️");
  });
});

describe("plainLine", () => {
  it("is one line of bounded length", () => {
    expect(plainLine("  a\r\n\tb\u2028c ")).toBe("a b c");
    expect(plainLine("x".repeat(5000))).toHaveLength(1000);
    fc.assert(
      fc.property(any, (text) => {
        expect(plainLine(text)).not.toMatch(/[\p{Cc}\n]/u);
      }),
    );
  });
});
