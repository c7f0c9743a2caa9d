import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quickest } from "#test/support/quickest.ts";
import { fuzzRuns } from "#test/support/fuzzing.ts";
import { type Entry, parseEntry } from "./entry.ts";

const entry: Entry = {
  cid: "bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi",
  mediaType: "application/fhir+json",
  title: "Annual check-up",
  category: 1,
  epoch: 0,
  issued: "2024-02-29T23:59:59.5Z",
  resources: ["Encounter", "Procedure"],
};

describe("parseEntry", () => {
  it("reads an entry, with and without the record before it", () => {
    expect(parseEntry(entry)).toEqual(entry);
    const later = { ...entry, prev: `0x${"ab".repeat(32)}` };
    expect(parseEntry(later)).toEqual(later);
  });

  it("drops members that it does not know", () => {
    expect(parseEntry({ ...entry, colour: "red" })).toEqual(entry);
  });

  it("reads a category that a later version added", () => {
    expect(parseEntry({ ...entry, category: 11 })?.category).toBe(11);
  });

  it.each(["cid", "mediaType", "title", "category", "epoch", "issued", "resources"])(
    "refuses an entry without %s",
    (name) => {
      expect(
        parseEntry(Object.fromEntries(Object.entries(entry).filter(([member]) => member !== name))),
      ).toBeUndefined();
    },
  );

  it.each([
    { cid: "" },
    { cid: "QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG" },
    { cid: "bafy1" },
    { cid: "bafy\n" },
    { mediaType: 1 },
    { title: null },
    { category: -1 },
    { category: 1.5 },
    { category: "1" },
    { epoch: -1 },
    { epoch: Number.NaN },
    { resources: "Encounter" },
    { resources: ["Encounter", 1] },
    { prev: undefined },
    { prev: null },
    { prev: `0x${"AB".repeat(32)}` },
    { prev: "0xab" },
  ])("refuses %o", (member) => {
    expect(parseEntry({ ...entry, ...member })).toBeUndefined();
  });

  it.each([
    "2023-02-29T00:00:00Z",
    "2024-04-31T00:00:00Z",
    "2024-13-01T00:00:00Z",
    "2024-01-01T24:00:00Z",
    "2024-01-01T23:60:00Z",
    "2024-01-01T00:00:00",
    "2024-01-01T00:00:00+00:00",
    "2024-01-01T00:00:00.Z",
    "2024-01-01t00:00:00z",
    "2024-01-01",
    "2024-01-01T00:00:00Z ",
    "",
  ])("refuses %o as the time of issue", (issued) => {
    expect(parseEntry({ ...entry, issued })).toBeUndefined();
  });

  it("answers for any value without throwing, and only with entries that it would read again", () => {
    const almost = fc.record(
      Object.fromEntries(
        Object.entries(entry).map(([name, value]) => [
          name,
          fc.oneof({ weight: 4, arbitrary: fc.constant(value) }, fc.anything()),
        ]),
      ),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything(), almost), (value) => {
        const parsed = parseEntry(value);
        if (parsed !== undefined) expect(parseEntry(parsed)).toEqual(parsed);
      }),
      { numRuns: fuzzRuns(10_000) },
    );
  });

  it("reads an entry in less than ten microseconds", () => {
    const read = () => {
      for (let time = 0; time < 2_000; time += 1) parseEntry(entry);
    };
    expect(quickest(read, { wanted: 20 })).toBeLessThan(20);
  });
});
