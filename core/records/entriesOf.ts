import type { BundleEntry, Resource } from "./BundleEntry.ts";
import { isJsonObject } from "./isJsonObject.ts";
import { isResource } from "./isResource.ts";
import { RecordError } from "./RecordError.ts";

/**
 * What a Bundle holds, in its order: of each entry the resource and its fullUrl. What belongs to the transport
 * (request, response, search, link) stays behind, and so do entries without a resource, such as deletions.
 */
export function entriesOf(bundle: Resource): BundleEntry[] {
  const { entry: entries = [] } = bundle;
  if (bundle.resourceType !== "Bundle" || !Array.isArray(entries)) throw new RecordError("NotABundle");
  return entries.flatMap((entry: unknown, at) => {
    if (!isJsonObject(entry)) return [];
    const { fullUrl, resource } = entry;
    if (resource === undefined || resource === null) return [];
    if (!isResource(resource)) throw new RecordError("ResourceWithoutType", `entry ${at}`);
    return fullUrl === undefined ? { resource } : { fullUrl, resource };
  });
}
