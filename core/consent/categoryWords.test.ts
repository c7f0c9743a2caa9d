import { expect, it } from "vitest";
import { categoryWords } from "./categoryWords.ts";

it("says each category in words of its own, plain enough for anybody", () => {
  const words = Object.values(categoryWords);
  expect(new Set(words).size).toBe(words.length);
  for (const word of words) expect(word).toMatch(/^[a-z][a-z ]+$/);
});
