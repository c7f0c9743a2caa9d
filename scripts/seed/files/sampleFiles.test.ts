import { expect, test } from "vitest";
import { splitHistory } from "#core/records/splitHistory.ts";
import { createHistory } from "../histories/createHistory.ts";
import { people } from "../people.ts";
import { sampleFiles } from "./sampleFiles.ts";

const today = "2026-11-21";

const samples = people.patients.map((person, seed) => {
  const { story } = person;
  return { person, story, records: splitHistory({ history: createHistory({ person, story, seed, today }) }) };
});
const files = samples.map(sampleFiles);

test("Sample files are a letter and two pictures, recognised by their bytes", () => {
  expect(files.flat().map(({ mediaType, category, title }) => [mediaType, category, title])).toEqual([
    ["image/png", "imaging", "Retina, right eye"],
    ["application/pdf", "encounters", "Discharge letter"],
    ["image/png", "imaging", "Chest X-ray"],
  ]);
  for (const { content } of files.flat()) expect(content.length).toBeLessThan(128 * 1024);
});

test("Sample files are the same to the byte every time", () => {
  expect(samples.map(sampleFiles)).toEqual(files);
});

test("Sample pictures are of the visit that the history tells of, and the letter is of the day after", () => {
  for (const [at, { records }] of samples.entries()) {
    const examined = records.filter(({ category }) => category === "imaging").map(({ issued }) => issued.slice(0, 10));
    for (const { issued, category } of files[at]!) {
      const daysLater = category === "imaging" ? 0 : 1;
      expect(examined).toContain(new Date(Date.parse(issued) - daysLater * 86_400_000).toISOString().slice(0, 10));
    }
  }
});
