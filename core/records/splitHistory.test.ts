import { describe, expect, it } from "vitest";
import { quickest } from "#test/support/quickest.ts";
import { parseEntry } from "./entry.ts";
import type { PlainRecord } from "./PlainRecord.ts";
import { splitHistory } from "./splitHistory.ts";

const fallbackIssued = "2030-01-01T00:00:00Z";

function entry(resourceType: string, id: string, more: object = {}) {
  return {
    fullUrl: `urn:uuid:${id}`,
    resource: { resourceType, id, ...more },
    request: { method: "POST", url: resourceType },
  };
}

function bundle(entries: unknown[], more: object = {}) {
  return { resourceType: "Bundle", type: "transaction", entry: entries, ...more };
}

function inVisit(visit: string, more: object = {}) {
  return { encounter: { reference: `urn:uuid:${visit}` }, ...more };
}

function textOf({ content }: PlainRecord): string {
  return new TextDecoder().decode(content);
}

function idsIn(record: PlainRecord): string[] {
  const { entry: entries } = JSON.parse(textOf(record)) as { entry: { resource: { id: string } }[] };
  return entries.map(({ resource }) => resource.id);
}

const laboratory = { category: [{ coding: [{ code: "laboratory" }] }] };

const history = bundle([
  entry("Patient", "ada"),
  entry("Encounter", "may", { type: [{ text: "Check-up" }], period: { start: "2024-05-06T07:08:09+02:00" } }),
  entry("Observation", "iron", inVisit("may", laboratory)),
  entry("Procedure", "ear", inVisit("may")),
  entry("Encounter", "june", { class: { code: "EMER" }, period: { start: "2024-06-07" } }),
  entry("Observation", "salt", inVisit("june", laboratory)),
  entry("Observation", "zinc", inVisit("may", laboratory)),
  entry("Claim", "bill", { item: [{ encounter: [{ reference: "urn:uuid:may" }] }], created: "2024-07-01" }),
  entry("Organization", "clinic"),
]);

describe("splitHistory", () => {
  it("makes for each visit a record a category, and one a category of the rest", () => {
    const records = splitHistory({ history, fallbackIssued });
    expect(records.map(({ category, title }) => [category, title])).toEqual([
      ["summary", "Summary"],
      ["encounters", "Check-up"],
      ["labs", "Laboratory results: Check-up"],
      ["encounters", "Emergency visit"],
      ["labs", "Laboratory results: Emergency visit"],
      ["administrative", "Administrative papers: Check-up"],
      ["administrative", "Administrative papers"],
    ]);
    const ids = [["ada"], ["may", "ear"], ["iron", "zinc"], ["june"], ["salt"], ["bill"], ["clinic"]];
    expect(records.map(idsIn)).toEqual(ids);
  });

  it("describes each by its types, its media type and the time of its visit", () => {
    const records = splitHistory({ history, fallbackIssued });
    expect(records.map(({ issued }) => issued)).toEqual([
      fallbackIssued,
      "2024-05-06T05:08:09.000Z",
      "2024-05-06T05:08:09.000Z",
      "2024-06-07T00:00:00.000Z",
      "2024-06-07T00:00:00.000Z",
      "2024-05-06T05:08:09.000Z",
      fallbackIssued,
    ]);
    expect(records.map(({ resources }) => resources.join())).toEqual(
      "Patient Encounter,Procedure Observation Encounter Observation Claim Organization".split(" "),
    );
    expect(new Set(records.map(({ mediaType }) => mediaType))).toEqual(new Set(["application/fhir+json"]));
  });

  it("makes Bundles of type collection, with fullUrl and resource and nothing of the transport", () => {
    const [first] = splitHistory({ history });
    expect(JSON.parse(textOf(first!))).toEqual({
      resourceType: "Bundle",
      type: "collection",
      entry: [{ fullUrl: "urn:uuid:ada", resource: { resourceType: "Patient", id: "ada" } }],
    });
  });

  it("reads text, bytes and parsed values alike", () => {
    const text = JSON.stringify(history);
    const records = splitHistory({ history: text, fallbackIssued });
    expect(splitHistory({ history, fallbackIssued })).toEqual(records);
    expect(splitHistory({ history: new TextEncoder().encode(text), fallbackIssued })).toEqual(records);
  });

  it("reads one resource a line, which find each other by type and id", () => {
    const lines = [
      { resourceType: "Procedure", id: "1", encounter: { reference: "Encounter/1" } },
      { resourceType: "Encounter", id: "1" },
      { resourceType: "Goal", id: "1" },
    ];
    const records = splitHistory({ history: lines.map((line) => JSON.stringify(line)).join("\n") });
    expect(records.map(({ resources }) => resources)).toEqual([["Procedure", "Encounter"], ["Goal"]]);
  });

  it("reads one resource alone", () => {
    expect(splitHistory({ history: { resourceType: "Immunization" } })).toMatchObject([{ category: "immunizations" }]);
  });

  it("writes every number as it was", () => {
    const text =
      '{"resourceType":"Observation","valueQuantity":{"value":1.10,"low":100.0,"high":1e3,"id":12345678901234567890}}';
    const [record] = splitHistory({ history: text });
    expect(textOf(record!)).toBe(`{"resourceType":"Bundle","type":"collection","entry":[{"resource":${text}}]}`);
  });

  it("keeps a document in one piece, to the byte", () => {
    const composition = { title: "Discharge letter", date: "2024-05-06", ...inVisit("may") };
    const document = bundle([
      entry("Composition", "c", composition),
      entry("Encounter", "may"),
      entry("Observation", "o", laboratory),
    ]);
    const text = JSON.stringify({ ...document, type: "document" }, undefined, 3);
    const records = splitHistory({ history: text });
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({
      category: "encounters",
      title: "Discharge letter",
      issued: "2024-05-06T00:00:00.000Z",
      resources: ["Composition", "Encounter", "Observation"],
    });
    expect(textOf(records[0]!)).toBe(text);
  });

  it("keeps a signed Bundle in one piece", () => {
    const signed = { ...history, signature: { data: "AA==" }, timestamp: "2024-08-09" };
    const records = splitHistory({ history: signed });
    expect(records).toHaveLength(1);
    expect(JSON.parse(textOf(records[0]!))).toEqual(signed);
    expect(records[0]!.issued).toBe("2024-08-09T00:00:00.000Z");
  });

  it("gives what an entry can hold, whatever titles and types say", () => {
    const odd = bundle([
      entry("Observation", "o", {
        code: { text: "half a character \u{d800}" },
        effectiveDateTime: "9999-12-31T23:59:59-14:00",
      }),
    ]);
    for (const { content: _, category: __, ...description } of splitHistory({ history: odd, fallbackIssued })) {
      expect(parseEntry({ ...description, cid: "ba", category: 0, epoch: 0 })).toBeDefined();
      expect(description.title.isWellFormed()).toBe(true);
    }
  });
});

describe("splitHistory, of sloppy data", () => {
  it.each([
    { encounter: "urn:uuid:may" },
    { encounter: { reference: 7 } },
    { encounter: [[[]]] },
    { category: { coding: { code: "laboratory" } } },
    { category: 7, code: "x", component: "y" },
    { meta: "none", id: 7, contained: "nothing" },
    { meta: { security: { system: 7, code: 8 }, versionId: 9 } },
    { effectiveDateTime: { start: [] }, effectivePeriod: "2024" },
    { period: null, type: [null], reasonCode: 7, class: [] },
    { item: { encounter: { reference: {} } }, context: ["x"] },
  ])("does not stumble over %o", (members) => {
    for (const resourceType of ["Observation", "Encounter", "Claim", "Composition"]) {
      const sloppy = bundle([{ fullUrl: 7, resource: { resourceType, ...members } }]);
      const [record] = splitHistory({ history: sloppy });
      expect(JSON.parse(textOf(record!))).toMatchObject({ entry: [{ fullUrl: 7, resource: members }] });
    }
  });

  it("passes over entries that hold nothing", () => {
    const records = splitHistory({ history: bundle([null, 7, {}, { resource: null }, entry("Patient", "ada")]) });
    expect(records.map(idsIn)).toEqual([["ada"]]);
  });
});

describe("splitHistory, refusing", () => {
  it.each([
    ["", "NotJson"],
    ["%PDF-1.7", "NotJson"],
    ["MSH|^~\\&|", "NotJson"],
    ["[]", "NotFhir"],
    ["{}", "NotFhir"],
    [`${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`, "TooDeep"],
    [bundle([]), "EmptyBundle"],
    [{ resourceType: "Bundle", type: "document" }, "EmptyBundle"],
    [bundle([{ request: { method: "DELETE" } }]), "EmptyBundle"],
    [{ resourceType: "Bundle", entry: {} }, "NotABundle"],
    [bundle([{ resource: { id: "1" } }]), "ResourceWithoutType"],
    [bundle([{ resource: 7 }], { type: "document" }), "ResourceWithoutType"],
  ])("refuses %o as %s", (refused, name) => {
    expect(() => splitHistory({ history: refused })).toThrow(expect.objectContaining({ name }));
  });
});

function secondsFor(much: unknown[]): number {
  const text = JSON.stringify(bundle(much));
  return quickest(() => splitHistory({ history: text }), { wanted: 1_000 }) / 1_000;
}

describe("splitHistory, of much", () => {
  const numbers = Array.from({ length: 10_000 }, (_, number) => number);

  it("takes less than a second for 10,000 entries of 500 visits", () => {
    const visits = numbers
      .slice(0, 500)
      .map((number) => entry("Encounter", `v${number}`, { period: { start: "2024" } }));
    const results = numbers.map((number) =>
      entry("Observation", `o${number}`, inVisit(`v${number % 500}`, laboratory)),
    );
    expect(secondsFor([...results, ...visits])).toBeLessThan(1);
  });

  it.each([
    ["entries of one name", numbers.map(() => entry("Observation", "same", inVisit("same")))],
    ["visits of one name", numbers.map(() => entry("Encounter", "same", inVisit("same")))],
    [
      "claims of a hundred visits each",
      numbers
        .slice(0, 100)
        .map((n) => entry("Claim", `${n}`, { item: numbers.slice(0, 100).map((i) => inVisit(`${i}`)) })),
    ],
    ["codes in one resource", [entry("Observation", "o", { component: numbers.map(() => ({ code: laboratory })) })]],
    [
      "resources contained in one",
      [entry("Observation", "o", { contained: numbers.map((n) => ({ resourceType: "Device", id: `${n}` })) })],
    ],
  ])("does not take longer for 10,000 %s", (_, much) => {
    expect(secondsFor(much)).toBeLessThan(1);
  });
});
