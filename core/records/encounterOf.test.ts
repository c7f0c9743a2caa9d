import { describe, expect, it } from "vitest";
import type { BundleEntry } from "./BundleEntry.ts";
import { bundleIndex } from "./bundleIndex.ts";
import { encounterOf } from "./encounterOf.ts";

const visit: BundleEntry = { fullUrl: "urn:uuid:v", resource: { resourceType: "Encounter", id: "v" } };
const other: BundleEntry = { resource: { resourceType: "Encounter", id: "w" } };
const patient: BundleEntry = { fullUrl: "urn:uuid:p", resource: { resourceType: "Patient", id: "p" } };
const index = bundleIndex([visit, other, patient]);

function keyOf(members: object, fullUrl?: string): unknown {
  const resource = { resourceType: "Claim", ...members };
  return encounterOf({ entry: fullUrl === undefined ? { resource } : { fullUrl, resource }, index })?.key;
}

const reference = { reference: "urn:uuid:v" };

describe("encounterOf", () => {
  it.each([
    { encounter: reference },
    { context: reference },
    { context: { encounter: [reference] } },
    { item: [{ sequence: 1 }, { encounter: [reference] }] },
    { encounter: { reference: "Encounter/v" } },
    { encounter: { reference: "Encounter/v/_history/2" } },
    { encounter: [{ display: "the visit" }, reference] },
  ])("finds the visit in %o", (members) => {
    expect(keyOf(members)).toBe("urn:uuid:v");
  });

  it("gives the Encounter itself, where it is at hand", () => {
    const entry = { resource: { resourceType: "Goal", encounter: { reference: "Encounter/w" } } };
    expect(encounterOf({ entry, index })).toEqual({ key: "Encounter/w", encounter: other.resource });
  });

  it("lets an Encounter belong to itself, even without a name", () => {
    expect(encounterOf({ entry: visit, index })?.key).toBe("urn:uuid:v");
    const nameless = { resource: { resourceType: "Encounter" } };
    expect(encounterOf({ entry: nameless, index })?.key).toBe(nameless);
  });

  it("keeps together what names an Encounter that is elsewhere", () => {
    const encounter = { reference: "Encounter/x" };
    expect(keyOf({ encounter })).toBe("Encounter/x");
    expect(keyOf({ encounter }, "https://here.example/Claim/1")).toBe("https://here.example/Encounter/x");
  });

  it("prefers a visit that can be found among those that a claim names", () => {
    const item = [{ encounter: [{ reference: "Encounter/x" }] }, { encounter: [reference] }];
    expect(keyOf({ item })).toBe("urn:uuid:v");
  });

  it.each([
    {},
    { encounter: null },
    { encounter: "urn:uuid:v" },
    { encounter: { reference: 7 } },
    { encounter: { reference: ["urn:uuid:v"] } },
    { encounter: { reference: "urn:uuid:unknown" } },
    { encounter: { reference: "urn:uuid:p" } },
    { context: { reference: "EpisodeOfCare/1" } },
    { item: "urn:uuid:v" },
    { item: [null, 7, { encounter: "urn:uuid:v" }] },
  ])("finds none in %o", (members) => {
    expect(keyOf(members)).toBeUndefined();
  });
});
