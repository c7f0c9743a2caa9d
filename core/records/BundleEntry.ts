/** A FHIR resource, of which only its type is certain. */
export type Resource = { readonly resourceType: string; readonly [member: string]: unknown };

/** A resource in a Bundle, under the name that its sender gave it, should that be a sound one. */
export type BundleEntry = { readonly fullUrl?: unknown; readonly resource: Resource };
