import { describe, expect, it } from "vitest";
import { bundleIndex } from "#core/records/bundleIndex.ts";
import { sampleResources } from "#test/support/sampleResources.ts";
import { tellResource } from "./tellResource.ts";

const reader = { locale: "en-US", timeZone: "UTC" };

describe("the sample histories", () => {
  it.each(sampleResources())("of $name are told to the last resource, in words", ({ entries }) => {
    const index = bundleIndex(entries);
    for (const entry of entries) {
      const told = tellResource({ entry, index, reader });
      expect(told, entry.resource.resourceType).toBeDefined();
      const said = JSON.stringify({ ...told, results: [], attachments: [], sections: [] });
      expect(said).not.toMatch(/Without a name|undefined|\[object|NaN|urn:uuid|mm\[Hg\]|http:\/\//);
      const { facts, paragraphs, results, attachments, sections, when } = told!;
      const isBare = [facts, paragraphs, results, attachments, sections].every(({ length }) => length === 0);
      expect(isBare && when === undefined && entry.resource.resourceType !== "Practitioner").toBe(false);
    }
  });
});
