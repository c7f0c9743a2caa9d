import { existsSync, readFileSync, readdirSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { BundleEntry } from "./BundleEntry.ts";
import { bundleIndex } from "./bundleIndex.ts";
import { entriesOf } from "./entriesOf.ts";
import { parseEntry } from "./entry.ts";
import { mergeRecords } from "./mergeRecords.ts";
import { resolveReference } from "./resolveReference.ts";
import { splitHistory } from "./splitHistory.ts";

const folder = new URL("../../../shared/fixtures/synthea-r4/", import.meta.url);
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json.gz")) : [];

function textOf(file: string): string {
  return gunzipSync(readFileSync(new URL(encodeURIComponent(file), folder))).toString();
}

function referencesIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    name === "reference" && typeof member === "string" ? [member] : referencesIn(member),
  );
}

function byUrl(entries: readonly BundleEntry[]): Map<unknown, BundleEntry> {
  return new Map(entries.map((entry) => [entry.fullUrl, entry]));
}

function numbersIn(text: string): string[] {
  return (text.match(/(?<=": ?)-?\d[\d.eE+-]*/g) ?? []).toSorted();
}

// One name at least, since a suite without tests would be left out without a word.
const named = files.length === 0 ? ["no file"] : files;
const title = "synthetic histories from ../shared";

describe.skipIf(files.length === 0)(files.length === 0 ? `${title} (left out: they are not here)` : title, () => {
  it.each(named)("%s splits and merges without loss", (file) => {
    const text = textOf(file);
    const before = entriesOf(JSON.parse(text));
    const records = splitHistory({ history: text });
    const merged = mergeRecords(records.map(({ content }) => content));
    const after = entriesOf(JSON.parse(merged));
    expect(after).toHaveLength(before.length);
    expect(byUrl(after)).toEqual(byUrl(before));
    expect(numbersIn(merged)).toEqual(numbersIn(text));
    const [indexBefore, indexAfter] = [bundleIndex(before), bundleIndex(after)];
    for (const from of after) {
      for (const reference of referencesIn(from.resource)) {
        const found = resolveReference({ reference, from, index: indexAfter });
        const original = resolveReference({ reference, from, index: indexBefore });
        expect(found?.fullUrl).toBe(original?.fullUrl);
        if (!reference.startsWith("#")) expect(found).toBeDefined();
      }
    }
    for (const { content: _content, category, ...description } of records) {
      expect(parseEntry({ ...description, cid: "ba", category: category.length, epoch: 0 })).toBeDefined();
    }
  });
});
