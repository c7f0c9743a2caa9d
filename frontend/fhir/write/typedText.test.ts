import { expect, test } from "vitest";
import { typedText } from "./typedText.ts";

test.each([
  ["  Bee\tstings ", "Bee stings"],
  ["half a \ud800 letter", "half a \ufffd letter"],
  [" \u0000\n ", undefined],
  ["\u200b", undefined],
  ["", undefined],
])("%j is read as %j", (typed, text) => {
  expect(typedText(typed)).toBe(text);
});
