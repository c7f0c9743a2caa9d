import { describe, expect, it } from "vitest";
import type { BundleEntry } from "./BundleEntry.ts";
import { bundleIndex } from "./bundleIndex.ts";
import { resolveReference } from "./resolveReference.ts";

function patient(id: string, fullUrl?: unknown, more: object = {}): BundleEntry {
  const resource = { resourceType: "Patient", id, ...more };
  return fullUrl === undefined ? { resource } : { fullUrl, resource };
}

const here = patient("1", "https://here.example/fhir/Patient/1");
const there = patient("1", "https://there.example/Patient/1");
const urn = patient("2", "urn:uuid:8f1c9c5e-6c0e-4f7e-9f7b-0a6f8f2d0c11");
const bare = patient("3");
const all = [here, there, urn, bare];

function from(fullUrl?: string): BundleEntry {
  const resource = { resourceType: "Observation", contained: [{ resourceType: "Device", id: "cuff" }, 7] };
  return fullUrl === undefined ? { resource } : { fullUrl, resource };
}

function resolved(reference: string, referring: BundleEntry, entries = all) {
  return resolveReference({ reference, from: referring, index: bundleIndex([...entries, referring]) });
}

describe("resolveReference", () => {
  it("finds an absolute reference by fullUrl", () => {
    expect(resolved("https://there.example/Patient/1", from())).toBe(there);
    expect(resolved("urn:uuid:8f1c9c5e-6c0e-4f7e-9f7b-0a6f8f2d0c11", from())).toBe(urn);
    expect(resolved("https://nowhere.example/Patient/1", from())).toBeUndefined();
  });

  it("looks for a relative reference on the server of the entry that holds it, and nowhere else", () => {
    expect(resolved("Patient/1", from("https://here.example/fhir/Observation/9"))).toBe(here);
    expect(resolved("Patient/1", from("https://there.example/Observation/9"))).toBe(there);
    expect(resolved("Patient/1", from("https://nowhere.example/Observation/9"))).toBeUndefined();
    expect(resolved("Patient/3", from("https://here.example/fhir/Observation/9"))).toBeUndefined();
  });

  it("takes type and id between entries that name no server", () => {
    expect(resolved("Patient/2", from("urn:uuid:7"))).toBe(urn);
    expect(resolved("Patient/3", from())).toBe(bare);
    expect(resolved("Patient/1", from(), [here])).toBeUndefined();
    expect(resolved("Encounter/3", from())).toBeUndefined();
  });

  it("follows a version only to that version", () => {
    const first = patient("1", "https://here.example/fhir/Patient/1", { meta: { versionId: "1" } });
    const second = patient("1", "https://here.example/fhir/Patient/1", { meta: { versionId: "2" } });
    const referring = from("https://here.example/fhir/Observation/9");
    expect(resolved("Patient/1/_history/2", referring, [first, second])).toBe(second);
    expect(resolved("https://here.example/fhir/Patient/1/_history/1", from(), [first, second])).toBe(first);
    expect(resolved("Patient/1/_history/3", referring, [first, second])).toBeUndefined();
  });

  it("does not guess between entries that differ", () => {
    expect(resolved("Patient/3", from(), [bare, patient("3", undefined, { active: true })])).toBeUndefined();
  });

  it("finds what is contained, and what contains it", () => {
    const referring = from("https://here.example/fhir/Observation/9");
    expect(resolved("#cuff", referring)?.resource).toEqual({ resourceType: "Device", id: "cuff" });
    expect(resolved("#", referring)).toBe(referring);
    expect(resolved("#other", referring)).toBeUndefined();
    expect(resolved("#cuff", here)).toBeUndefined();
  });

  it.each(["", "Patient", "Patient/", "Patient?identifier=1", "patient/1", "Patient/1/2", "/Patient/1", "##"])(
    "finds nothing under %o",
    (reference) => {
      expect(resolved(reference, from("https://here.example/fhir/Observation/9"))).toBeUndefined();
    },
  );

  it("indexes sloppy entries by what of them is sound", () => {
    const sloppy = [patient("4", 7), { resource: { resourceType: "Patient", id: 5, meta: "x", contained: {} } }];
    expect(resolved("Patient/4", from(), sloppy)).toBe(sloppy[0]);
    expect(resolved("Patient/5", from(), sloppy)).toBeUndefined();
  });
});
