/** A FHIR resource, of which only its type is certain. */
export type Resource = { readonly resourceType: string; readonly [member: string]: unknown };

export type BundleEntry = { readonly fullUrl?: unknown; readonly resource: Resource };

/** A FHIR Bundle as records and charts hold it. */
export type Bundle = { readonly resourceType: "Bundle"; readonly type: string; readonly entry: readonly BundleEntry[] };
