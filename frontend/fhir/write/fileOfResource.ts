import type { Resource } from "#core/records/BundleEntry.ts";

/** A resource as the file that another app would have given somebody. */
export function fileOfResource(resource: Resource, name: string): File {
  return new File([JSON.stringify(resource)], name, { type: "application/fhir+json" });
}
