import { expect, test } from "vitest";
import type { TimelineRecord } from "../../keeper/Keeper.ts";
import { matchesOf } from "./matchesOf.ts";

const record = (title: string, issued: string, category = 2) =>
  ({ capsuleHash: `0x${title}`, entry: { title, issued, category } }) as unknown as TimelineRecord;
const records = [
  record("HbA1c", "2024-01-01T00:00:00Z"),
  record("Visita de cardiología", "2025-06-01T00:00:00Z", 1),
  record("Cholesterol, HDL", "2023-01-01T00:00:00Z"),
];
const titles = (search: string, category?: number) =>
  matchesOf(records, { search, category }).map(({ entry }) => entry.title);

test("what happened last comes first", () => {
  expect(titles("")).toEqual(["Visita de cardiología", "HbA1c", "Cholesterol, HDL"]);
});

test("a search needs every word, and neither accents nor case", () => {
  expect(titles("CARDIOLOGIA visita")).toEqual(["Visita de cardiología"]);
  expect(titles("cardio hdl")).toEqual([]);
});

test("a category leaves out all others", () => {
  expect(titles("", 2)).toEqual(["HbA1c", "Cholesterol, HDL"]);
});
