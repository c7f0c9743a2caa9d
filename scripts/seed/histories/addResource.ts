import type { Resource } from "#core/records/BundleEntry.ts";
import type { History, Reference } from "./History.ts";
import { hl7 } from "./codings.ts";

/** What HL7 calls test data: nobody shall take a sample for somebody's health. */
export const sampleLabel = hl7("v3-ActReason", "HTEST", "test health data");

export type AddResourceParameters = {
  resource: Resource;
  at: Date;
  /** HL7's codes of what is sensitive about it, where its own codes do not tell. */
  labels?: readonly string[];
};

export function addResource(history: History, { resource, at, labels = [] }: AddResourceParameters): Reference {
  const id = history.random.uuid();
  const fullUrl = `urn:uuid:${id}`;
  const { resourceType, ...members } = resource;
  const security = [sampleLabel, ...labels.map((code) => hl7("v3-ActCode", code))];
  history.entries.push({
    at: instant(at),
    fullUrl,
    resource: { resourceType, id, meta: { security }, ...members },
  });
  return { reference: fullUrl };
}

export function instant(at: Date): string {
  return at.toISOString().replace(/\.\d+Z$/, "Z");
}

export function day(at: Date): string {
  return at.toISOString().slice(0, 10);
}
