import { describe, expect, it } from "vitest";
import { changed, changesOf } from "./changesOf.ts";

/** What a source becomes, one change at a time. */
function mutants(text: string): string[] {
  return changesOf(text).map((change) => changed(text, change));
}

describe("changesOf", () => {
  it.each([
    ["a < b;", ["a <= b;", ";"]],
    ["x = a && b;", ["x = a || b;", "x = a;", "x = b;", ";"]],
    ["if (a) b();", ["if (!(a)) b();", "if (a) ;"]],
    ["x = a ? b : c;", ["x = !(a) ? b : c;", ";"]],
    ["const a = 5;", ["const a = 6;", "const a = (4);"]],
    ["const a = 5n;", ["const a = 6n;", "const a = (4n);"]],
    ["const a = true;", ["const a = false;"]],
    ['const a = "label";', ['const a = "";']],
    ["const a = `0x${b}`;", ['const a = "";']],
    ["const a = /^x$/;", ["const a = /x$/;", "const a = /^x/;"]],
    ["const a = [b, ...c, d];", ["const a = [...c, d];", "const a = [b, d];", "const a = [b, ...c];"]],
    ["const a = { b, ...c };", ["const a = { b };"]],
    ["const a = !b;", ["const a = b;"]],
    ["const a = b?.c;", ["const a = b.c;"]],
    ["const a = b?.[c];", ["const a = b[c];"]],
    [
      "const a = b.slice(c, d);",
      ["const a = b.slice((c) + 1, d);", "const a = b.slice(c, (d) + 1);", "const a = b.slice(c);"],
    ],
    ["const a = Math.min(b, c);", ["const a = Math.max(b, c);"]],
    ["const f = () => { if (a) { return b; } return c; };", ["!(a)", "{ ; } return c;"]],
    ["for (;;) { a++; break; }", ["a--;", "{ ; break; }", "{ a++; ; }"]],
    ['throw new Error("gone");', ['throw new Error("");', ";"]],
  ])("makes of %s just these", (text, expected) => {
    const made = mutants(text);
    expect(made.length).toBe(expected.length);
    for (const part of expected) expect(made.some((mutant) => mutant.includes(part))).toBe(true);
  });

  it.each([
    ['import { a } from "./a.ts";'],
    ['type A = { b: "c"; d: 5 };'],
    ["interface A { b(c: 1 | 2): true }"],
    ["const a: 5 | undefined = b as 6;"],
    ["const a = { 5: b };"],
    ["sodium.memzero(key);"],
  ])("leaves alone %s", (text) => {
    expect(mutants(text)).toEqual([]);
  });

  it("makes nothing that does not parse, nothing twice, and nothing that is the same", () => {
    const text = "const [a, b] = [1 as number, 2]; if (a! - b < 3) throw new RangeError(`${a}`);";
    const made = mutants(text);
    expect(new Set(made).size).toBe(made.length);
    expect(made).not.toContain(text);
    expect(made.length).toBeGreaterThan(10);
  });
});
