import { expect, it } from "vitest";
import { isFhirDate } from "./isFhirDate.ts";

it.each(["1980", "1980-02", "1980-02-29", "2000-02-29", "0001-01-01"])("%s is a date", (text) => {
  expect(isFhirDate(text)).toBe(true);
});

it.each([
  "",
  "80",
  "0000",
  "0000-01-01",
  "1980-00",
  "1980-13",
  "1980-02-30",
  "1981-02-29",
  "1980-2-9",
  "1980-02-09T00",
])("“%s” is none", (text) => {
  expect(isFhirDate(text)).toBe(false);
});
