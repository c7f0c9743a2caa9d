import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { table, wrapText } from "./table.ts";
import { textWidth } from "./textWidth.ts";

const columns = [
  { title: "#", align: "right" as const },
  { title: "title", isFlexible: true as const },
  { title: "by" },
];

describe("table", () => {
  it("wraps the flexible column and keeps the others", () => {
    const rows = [
      ["1", "A visit with quite a long name", "you"],
      ["10", "膝の手術", "you"],
    ];
    expect(table({ columns, rows, width: 30 })).toEqual([
      " #  title                  by",
      " 1  A visit with quite a   you",
      "    long name",
      "10  膝の手術               you",
    ]);
  });

  it("fits the width, whoever wrote what stands in it", () => {
    const cell = fc.string({ unit: "binary", maxLength: 200 });
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 5 }), fc.integer({ min: 40, max: 200 }), (titles, width) => {
        const lines = table({ columns, rows: titles.map((title, i) => [String(i), title, "you"]), width });
        for (const line of lines) {
          expect(textWidth(line)).toBeLessThanOrEqual(width);
          expect(line).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
        }
      }),
    );
  });
});

describe("wrapText", () => {
  it("breaks a word only where it is longer than a line", () => {
    expect(wrapText("one two three", 7)).toEqual(["one two", "three"]);
    expect(wrapText("a abcdefghij", 4)).toEqual(["a", "abcd", "efgh", "ij"]);
  });

  it("gives every character a line even where none fits", () => {
    expect(wrapText("膝の", 1)).toEqual(["膝", "の"]);
  });
});
