import { describe, expect, it } from "vitest";
import { quickest } from "#test/support/quickest.ts";
import { mergeRecords } from "./mergeRecords.ts";
import { splitHistory } from "./splitHistory.ts";

const ada = { resourceType: "Patient", id: "ada", active: true };
const iron = { resourceType: "Observation", id: "iron", subject: { reference: "Patient/ada" } };

function collection(...entry: object[]) {
  return { resourceType: "Bundle", type: "collection", entry };
}

function merged(...contents: (string | Uint8Array | object)[]): unknown {
  return JSON.parse(mergeRecords(contents));
}

describe("mergeRecords", () => {
  it("puts records together in their order", () => {
    const [first, second] = [
      { fullUrl: "urn:uuid:1", resource: iron },
      { fullUrl: "urn:uuid:2", resource: ada },
    ];
    const third = { resource: { resourceType: "Goal" } };
    expect(merged(collection(first, second), collection(third))).toEqual(collection(first, second, third));
  });

  it("takes text, bytes and parsed values, and gives text", () => {
    const record = collection({ resource: ada });
    const text = JSON.stringify(record);
    expect(mergeRecords([text])).toBe(text);
    expect(mergeRecords([new TextEncoder().encode(text)])).toBe(text);
    expect(mergeRecords([record])).toBe(text);
  });

  it("writes every number as it was", () => {
    const text =
      '{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Observation","value":1.10}}]}';
    expect(mergeRecords([text])).toBe(text);
  });

  it("has once what is equal and has the same fullUrl, or no fullUrl and the same type and id", () => {
    const named = { fullUrl: "urn:uuid:1", resource: ada };
    const bare = { resource: iron };
    expect(merged(collection(named, bare), collection(bare, named))).toEqual(collection(named, bare));
    const { id, ...rest } = ada;
    const turned = { resource: { ...rest, id }, fullUrl: "urn:uuid:1" };
    expect(merged(collection(named), collection(turned))).toEqual(collection(named));
  });

  it("keeps both of what differs under one name, be it by the last digit", () => {
    const versions = ["1.1", "1.10", "1.1"].map(
      (value) =>
        `{"resourceType":"Bundle","entry":[{"fullUrl":"urn:uuid:1","resource":{"resourceType":"Observation","value":${value}}}]}`,
    );
    const text = mergeRecords(versions);
    expect(text.match(/"value":[\d.]+/g)).toEqual(['"value":1.1', '"value":1.10']);
  });

  it("keeps equal resources that nothing names: they may be two", () => {
    const nameless = { resource: { resourceType: "Observation", valueInteger: 7 } };
    expect(merged(collection(nameless, nameless))).toEqual(collection(nameless, nameless));
  });

  it("keeps what is equal under different names", () => {
    const [one, two] = [
      { fullUrl: "urn:uuid:1", resource: ada },
      { fullUrl: "urn:uuid:2", resource: ada },
    ];
    expect(merged(collection(one), collection(two), collection({ resource: ada }))).toEqual(
      collection(one, two, { resource: ada }),
    );
  });

  it("opens documents among the others", () => {
    const composition = { fullUrl: "urn:uuid:c", resource: { resourceType: "Composition", id: "c" } };
    const document = { ...collection(composition), type: "document" };
    expect(merged(...splitHistory({ history: document }).map(({ content }) => content))).toEqual(
      collection(composition),
    );
  });

  it("opens every record that a history was split into, however deep", () => {
    const deepest = `{"resourceType":"Basic","extension":${"[".repeat(499)}${"]".repeat(499)}}`;
    const contents = splitHistory({ history: deepest }).map(({ content }) => content);
    expect(mergeRecords([mergeRecords(contents)])).toContain(deepest);
  });

  it("makes an empty Bundle of nothing", () => {
    expect(merged()).toEqual({ resourceType: "Bundle", type: "collection" });
  });

  it.each([
    ["", "NotJson"],
    [new Uint8Array([0xff]), "NotJson"],
    ["7", "NotFhir"],
    [ada, "NotABundle"],
    [`${JSON.stringify(collection())}\n${JSON.stringify(collection())}`, "NotABundle"],
    [{ resourceType: "Bundle", entry: 7 }, "NotABundle"],
    [collection({ resource: {} }), "ResourceWithoutType"],
    ["[".repeat(1_000), "TooDeep"],
  ])("refuses %o as %s", (content, name) => {
    expect(() => mergeRecords([collection({ resource: ada }), content])).toThrow(expect.objectContaining({ name }));
  });

  it("takes less than a second for 10,000 versions under one name", () => {
    const versions = Array.from({ length: 10_000 }, (_, versionId) => ({
      fullUrl: "urn:uuid:1",
      resource: { ...ada, versionId },
    }));
    const merge = () => mergeRecords([collection(...versions), collection(...versions)]);
    expect(quickest(merge, { wanted: 1_000 })).toBeLessThan(1_000);
    expect(JSON.parse(merge())).toEqual(collection(...versions));
  });
});
