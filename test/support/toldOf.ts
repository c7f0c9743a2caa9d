import type { Resource } from "#core/records/BundleEntry.ts";
import { bundleIndex } from "#core/records/bundleIndex.ts";
import type { Told } from "../../frontend/fhir/tell/Told.ts";
import { tellResource } from "../../frontend/fhir/tell/tellResource.ts";

/** What somebody in New York is told of a resource that stands alone. */
export function toldOf(resource: Resource): Told {
  const reader = { locale: "en-US", timeZone: "America/New_York" };
  return tellResource({ entry: { resource }, index: bundleIndex([{ resource }]), reader })!;
}
