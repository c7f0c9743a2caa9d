import { expect, it } from "vitest";
import { didYouMean } from "./didYouMean.ts";

const known = ["publish", "list", "share", "shared"];

it.each([
  ["pubish", " Did you mean publish?"],
  ["lsit", " Did you mean list?"],
  ["pub", " Did you mean publish?"],
  ["sharedd", " Did you mean shared?"],
  ["frobnicate", ""],
  ["x".repeat(100_000), ""],
])("%.10s", (word, hint) => {
  expect(didYouMean(word, known)).toBe(hint);
});
