import { expect, it } from "vitest";
import { textWidth } from "./textWidth.ts";

it.each([
  ["", 0],
  ["Knee", 4],
  ["Müller", 6],
  ["e\u0301", 1],
  ["膝の手術", 8],
  ["한국어", 6],
  ["ｆｕｌｌ", 8],
  ["👩\u200d⚕️", 2],
  ["❤️", 2],
  ["กำ", 1],
])("“%s” takes %i columns", (text, width) => {
  expect(textWidth(text)).toBe(width);
});
