import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonText } from "./jsonText.ts";

describe("jsonText", () => {
  it("says what JSON says, in printable characters on one line", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(jsonText(value))).toEqual(JSON.parse(JSON.stringify(value)));
        expect(jsonText(value)).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      }),
    );
  });

  it("escapes what drives a terminal", () => {
    expect(jsonText("\u009b31m\u202e\u{e0041}")).toBe('"\\u009b31m\\u202e\\udb40\\udc41"');
  });
});
