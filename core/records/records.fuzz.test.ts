import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fuzzRuns } from "#test/support/fuzzing.ts";
import { bundleIndex } from "./bundleIndex.ts";
import { parseEntry } from "./entry.ts";
import { entriesOf } from "./entriesOf.ts";
import { mergeRecords } from "./mergeRecords.ts";
import { describeFile } from "./recordOfFile.ts";
import { RecordError } from "./RecordError.ts";
import { resolveReference } from "./resolveReference.ts";
import { splitHistory } from "./splitHistory.ts";

const numRuns = fuzzRuns(10_000);

const reference = { reference: "urn:uuid:v" };
const concept = {
  coding: [{ system: "http://snomed.info/sct", code: "38341003", display: "Hypertension" }],
  text: "High",
};
const history = JSON.stringify({
  resourceType: "Bundle",
  type: "batch",
  timestamp: "2024-05-06T07:08:09Z",
  entry: [
    {
      fullUrl: "urn:uuid:v",
      resource: { resourceType: "Encounter", id: "v", type: [concept], period: { start: "2024" } },
    },
    {
      fullUrl: "https://north.example/Observation/o",
      resource: {
        resourceType: "Observation",
        id: "o",
        meta: { versionId: "1", security: [{ code: "R" }] },
        contained: [{ resourceType: "Device", id: "d" }],
        category: [concept],
        code: concept,
        encounter: reference,
        valueQuantity: { value: 1.1 },
      },
    },
    { resource: { resourceType: "Claim", id: "c", item: [{ encounter: [reference] }], created: "2024-05-06" } },
    { resource: { resourceType: "MedicationRequest", medicationCodeableConcept: concept, context: reference } },
  ],
});

const anyJson = fc.jsonValue({ maxDepth: 4 });

/** The history with one place in its text changed: cut, doubled, or written over. */
const mutatedText = fc
  .tuple(fc.nat(history.length), fc.nat(40), fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom(...'{}[]",:\\\n0-')))
  .map(([at, length, put]) => history.slice(0, at) + put + history.slice(at + length));

/** The history with some members replaced by anything. */
const mutatedMembers = fc
  .tuple(fc.array(fc.nat(60), { maxLength: 4 }), fc.array(anyJson, { minLength: 4, maxLength: 4 }))
  .map(([places, values]) => {
    let at = 0;
    return JSON.stringify(
      JSON.parse(history, (_, value: unknown) => {
        const place = places.indexOf(at);
        at += 1;
        return place < 0 ? value : values[place];
      }),
    );
  });

const anything = fc.oneof(
  fc.string(),
  fc.string({ unit: "binary" }),
  fc.json(),
  fc.uint8Array(),
  fc.object(),
  mutatedText,
  mutatedMembers,
);

/** Does the deed; a RecordError is an answer, everything else is a fault. */
function answerOf<T>(deed: () => T): T | undefined {
  try {
    return deed();
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    expect(error.message).toMatch(/^[A-Z].*\.$/);
    return undefined;
  }
}

describe("whatever a stranger hands in", () => {
  it("splits into records that entries can describe and that merge again, or is refused by name", () => {
    let split = 0;
    fc.assert(
      fc.property(anything, (handed) => {
        const records = answerOf(() => splitHistory({ history: handed }));
        if (records === undefined) return;
        split += 1;
        for (const { content: _, category, ...description } of records) {
          expect(parseEntry({ ...description, cid: "ba", category: category.length, epoch: 0 })).toBeDefined();
          expect(description.title.isWellFormed()).toBe(true);
        }
        const entries = entriesOf(JSON.parse(mergeRecords(records.map(({ content }) => content))));
        const index = bundleIndex(entries);
        for (const from of entries) resolveReference({ reference: "Encounter/v", from, index });
      }),
      { numRuns },
    );
    expect(split).toBeGreaterThan(numRuns / 100);
  });

  it("merges, or is refused by name", () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 3 }), (handed) => {
        const text = answerOf(() => mergeRecords(handed));
        if (text !== undefined) expect(JSON.parse(text)).toMatchObject({ resourceType: "Bundle" });
      }),
      { numRuns },
    );
  });

  it("is described as a file", () => {
    const facts = fc.record({ head: fc.uint8Array(), name: fc.string({ unit: "binary" }), mediaType: fc.string() });
    fc.assert(
      fc.property(facts, (handed) => {
        const { category, ...description } = describeFile(handed);
        expect(parseEntry({ ...description, cid: "ba", category: category.length, epoch: 0 })).toBeDefined();
        expect(description.title.isWellFormed()).toBe(true);
      }),
      { numRuns },
    );
  });
});
