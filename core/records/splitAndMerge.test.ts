import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../consent/canonicalJson.ts";
import type { BundleEntry } from "./BundleEntry.ts";
import { bundleIndex } from "./bundleIndex.ts";
import { entriesOf } from "./entriesOf.ts";
import { mergeRecords } from "./mergeRecords.ts";
import { resolveReference } from "./resolveReference.ts";
import { splitHistory } from "./splitHistory.ts";

const types = ["Patient", "Encounter", "Observation", "Condition", "MedicationRequest", "Claim", "Immunization"];
const servers = ["https://north.example/fhir/", "https://south.example/"];

type Draft = { type: string; id: string; address: "urn" | "none" | 0 | 1; version: string | undefined };

function urlOf({ type, id, address }: Draft): string | undefined {
  if (address === "none") return undefined;
  return address === "urn" ? `urn:uuid:${type}-${id}` : `${servers[address]}${type}/${id}`;
}

const draft: fc.Arbitrary<Draft> = fc.record({
  type: fc.constantFrom(...types),
  id: fc.constantFrom("1", "2", "3", "4"),
  address: fc.constantFrom<Draft["address"][]>("urn", "none", 0, 1),
  version: fc.constantFrom(undefined, "1", "2"),
});

/** References of every kind to the drafts of one Bundle, and some to nothing. */
function referenceTo(drafts: readonly Draft[]): fc.Arbitrary<object> {
  const reference = fc.constantFrom(...drafts).chain((named) => {
    const { type, id, version = "1" } = named;
    const name = urlOf(named) ?? `${type}/${id}`;
    return fc.constantFrom(name, `${type}/${id}`, `${name}/_history/${version}`, "#inside", `${type}/nobody`);
  });
  return fc.record({ reference });
}

function entryOf(named: Draft, drafts: readonly Draft[]): fc.Arbitrary<BundleEntry> {
  const { type: resourceType, id, version } = named;
  const reference = referenceTo(drafts);
  const resource = fc.record(
    {
      resourceType: fc.constant(resourceType),
      id: fc.constant(id),
      subject: reference,
      encounter: reference,
      context: fc.record({ encounter: fc.array(reference, { maxLength: 2 }) }),
      item: fc.array(fc.record({ encounter: fc.array(reference, { maxLength: 2 }) }), { maxLength: 2 }),
      contained: fc.constant([{ resourceType: "Device", id: "inside" }]),
      note: fc.jsonValue({ maxDepth: 2 }),
      meta: fc.constant(version === undefined ? {} : { versionId: version }),
    },
    { requiredKeys: ["resourceType", "id", "meta"] },
  );
  const fullUrl = urlOf(named);
  return resource.map((made) => (fullUrl === undefined ? { resource: made } : { fullUrl, resource: made }));
}

const entries = fc
  .array(draft, { minLength: 1, maxLength: 15 })
  .chain((drafts) => fc.tuple(...drafts.map((named) => entryOf(named, drafts))));

const type = fc.constantFrom("transaction", "batch", "collection", "searchset", "history", "document");

function mergedEntries(contents: Uint8Array[]): BundleEntry[] {
  return entriesOf(JSON.parse(mergeRecords(contents)));
}

function plain(made: readonly BundleEntry[]): BundleEntry[] {
  return JSON.parse(JSON.stringify(made)) as BundleEntry[];
}

/** The entries as a set: what has a name once, since everything drawn here has one. */
function contentsOf(made: readonly BundleEntry[]): string[] {
  return [...new Set(made.map(canonicalJson))].toSorted();
}

function referencesIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    name === "reference" && typeof member === "string" ? [member] : referencesIn(member),
  );
}

describe("splitting a history and merging its records", () => {
  it("gives every resource once and as it was, whatever order the records come in", () => {
    const drawn = entries.chain((made) => fc.tuple(fc.constant(plain(made)), type, fc.infiniteStream(fc.nat())));
    fc.assert(
      fc.property(drawn, ([made, bundleType, dice]) => {
        const records = splitHistory({ history: { resourceType: "Bundle", type: bundleType, entry: made } });
        const shuffled = records
          .map(({ content }) => ({ content, at: dice.next().value as number }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ content }) => content);
        const merged = mergedEntries(shuffled);
        expect(contentsOf(merged)).toEqual(contentsOf(made));
        expect(merged).toHaveLength(contentsOf(made).length);
      }),
    );
  });

  it("keeps the order within each record", () => {
    fc.assert(
      fc.property(entries, (drawn) => {
        const made = plain(drawn);
        const places = made.map(canonicalJson);
        for (const { content } of splitHistory({ history: { resourceType: "Bundle", entry: made } })) {
          let last = -1;
          for (const entry of entriesOf(JSON.parse(new TextDecoder().decode(content)))) {
            last = places.indexOf(canonicalJson(entry), last + 1);
            expect(last).toBeGreaterThanOrEqual(0);
          }
        }
      }),
    );
  });

  it("lets every reference that named something name the same", () => {
    let resolved = 0;
    fc.assert(
      fc.property(entries, (drawn) => {
        const made = plain(drawn);
        const records = splitHistory({ history: { resourceType: "Bundle", type: "batch", entry: made } });
        const merged = mergedEntries(records.map(({ content }) => content));
        const [before, after] = [bundleIndex(made), bundleIndex(merged)];
        const mergedByContent = new Map(merged.map((entry) => [canonicalJson(entry), entry]));
        for (const from of made) {
          for (const reference of referencesIn(from)) {
            const named = resolveReference({ reference, from, index: before });
            if (named === undefined) continue;
            resolved += 1;
            const referring = mergedByContent.get(canonicalJson(from))!;
            expect(resolveReference({ reference, from: referring, index: after })).toEqual(named);
          }
        }
      }),
    );
    expect(resolved).toBeGreaterThan(100);
  });
});
