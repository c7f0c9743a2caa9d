import { expect, it } from "vitest";
import { categories } from "#core/records/categories.ts";
import { parseCategories } from "./parseCategories.ts";

it("takes a list, or all", () => {
  expect(parseCategories("labs, vitals")).toEqual(["labs", "vitals"]);
  expect(parseCategories("all")).toEqual(categories);
  expect(parseCategories(undefined)).toEqual([]);
});

it("refuses what is no category, and says what was meant", () => {
  expect(() => parseCategories("lab")).toThrow("There is no category “lab”. Did you mean labs?");
  expect(() => parseCategories("labs,")).toThrow(/There are: summary, encounters/);
});
