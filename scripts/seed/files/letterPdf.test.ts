import { describe, expect, test } from "vitest";
import { letterPdf } from "./letterPdf.ts";

const pdf = letterPdf({ title: "Harbor (General)", lines: ["Tomás, 38.1 °C", "", "back\\slash", "漢"] });
const text = Buffer.from(pdf).toString("latin1");

describe("A letter as a PDF", () => {
  test("begins and ends as one", () => {
    expect(text).toMatch(/^%PDF-1\.4\n/);
    expect(text).toMatch(/%%EOF\n$/);
  });

  test("has a table that says where each object begins, and a trailer that says where the table is", () => {
    const table = Number(/startxref\n(\d+)\n/.exec(text)![1]);
    expect(text.slice(table)).toMatch(/^xref\n0 7\n0000000000 65535 f \n/);
    const offsets = [...text.slice(table).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset));
    expect(offsets).toHaveLength(6);
    for (const [at, offset] of offsets.entries()) {
      expect(text.slice(offset)).toMatch(new RegExp(`^${at + 1} 0 obj\\n`));
    }
  });

  test("says how long its text is, in bytes", () => {
    const [, length, content] = /\/Length (\d+) >>\nstream\n([^]*)\nendstream/.exec(text)!;
    expect(content).toHaveLength(Number(length));
  });

  test("holds the lines, with what would end them escaped and what it has no letter for as a question mark", () => {
    expect(text).toContain("(Harbor \\(General\\)) Tj");
    expect(text).toContain("(Tomás, 38.1 °C) Tj");
    expect(text).toContain("(back\\\\slash) Tj");
    expect(text).toContain("(?) Tj");
  });
});
