import { absoluteReference } from "./absoluteReference.ts";
import type { BundleEntry, Resource } from "./BundleEntry.ts";
import type { BundleIndex } from "./bundleIndex.ts";
import { isResource } from "./isResource.ts";
import { listOf } from "./listOf.ts";

/**
 * The entry that a reference names, by FHIR's rules for Bundles; for "#name" the resource contained in `from`, which
 * stands at the same place. A relative reference stays on the server that it was written on: another server's
 * Patient/1 is another patient. Undefined where nothing is named, and where several differ: that would be a guess.
 */
export function resolveReference({
  reference,
  from,
  index,
}: {
  reference: string;
  /** The entry that holds the reference, be it in a resource contained there. */
  from: BundleEntry;
  index: BundleIndex;
}): BundleEntry | undefined {
  if (reference === "#") return from;
  if (reference.startsWith("#")) {
    const resource = containedIn(from.resource).get(reference.slice(1));
    return resource && { ...from, resource };
  }
  const name = absoluteReference({ reference, from });
  const named = name === undefined ? undefined : index.get(name);
  return named?.length === 1 ? named[0] : undefined;
}

/** Kept as long as the resource is, so that a thousand references do not go through a thousand resources each. */
const containedByResource = new WeakMap<Resource, ReadonlyMap<string, Resource>>();

function containedIn(resource: Resource): ReadonlyMap<string, Resource> {
  const known = containedByResource.get(resource);
  if (known !== undefined) return known;
  const contained = new Map<string, Resource>();
  for (const part of listOf(resource["contained"])) {
    if (isResource(part) && typeof part["id"] === "string") contained.set(part["id"], part);
  }
  containedByResource.set(resource, contained);
  return contained;
}
