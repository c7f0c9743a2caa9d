import { describe, expect, it } from "vitest";
import { entriesOf } from "./entriesOf.ts";

const patient = { resourceType: "Patient", id: "1" };

function bundle(entry: unknown) {
  return { resourceType: "Bundle", type: "batch", entry };
}

describe("entriesOf", () => {
  it("keeps fullUrl and resource in order and leaves the transport behind", () => {
    const goal = { resourceType: "Goal" };
    const sent = [
      { fullUrl: "urn:uuid:1", resource: patient, request: { method: "PUT" }, search: {}, link: [] },
      { resource: goal, response: { status: "200" } },
    ];
    expect(entriesOf(bundle(sent))).toEqual([{ fullUrl: "urn:uuid:1", resource: patient }, { resource: goal }]);
  });

  it("passes over entries without a resource, and over what is no entry", () => {
    expect(entriesOf(bundle([{ request: { method: "DELETE" } }, { resource: null }, null, 7, "x", []]))).toEqual([]);
    expect(entriesOf({ resourceType: "Bundle" })).toEqual([]);
  });

  it.each([{}, { resourceType: 7 }, { resourceType: "" }, { resourceType: "not a type" }, "Patient", 7, [patient]])(
    "refuses %o where a resource belongs",
    (resource) => {
      expect(() => entriesOf(bundle([{ resource: patient }, { resource }]))).toThrow(
        expect.objectContaining({ name: "ResourceWithoutType", detail: "entry 1" }),
      );
    },
  );

  it.each([patient, bundle({}), bundle("none"), bundle(null)])("refuses %o as no Bundle", (resource) => {
    expect(() => entriesOf(resource)).toThrow(expect.objectContaining({ name: "NotABundle" }));
  });
});
