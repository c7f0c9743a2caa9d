import type { BundleEntry } from "./BundleEntry.ts";
import { isJsonObject } from "./isJsonObject.ts";
import { serverOf } from "./serverOf.ts";

/** The entries of a Bundle by what references call them. */
export type BundleIndex = ReadonlyMap<string, readonly BundleEntry[]>;

/**
 * Made once for a Bundle, so that each reference is one look-up. An entry is found under its fullUrl; where that names
 * no server (urn:uuid, or none at all) also under its type and id, which is what its neighbours call it.
 */
export function bundleIndex(entries: readonly BundleEntry[]): BundleIndex {
  const index = new Map<string, BundleEntry[]>();
  for (const entry of entries) {
    for (const name of namesOf(entry)) {
      const namesakes = index.get(name);
      if (namesakes === undefined) index.set(name, [entry]);
      else namesakes.push(entry);
    }
  }
  return index;
}

function namesOf({ fullUrl, resource }: BundleEntry): Set<string> {
  const { resourceType, id, meta } = resource;
  const names: string[] = [];
  if (typeof fullUrl === "string" && fullUrl !== "") names.push(fullUrl);
  if (typeof id === "string" && serverOf(fullUrl) === "") names.push(`${resourceType}/${id}`);
  const version = isJsonObject(meta) ? meta["versionId"] : undefined;
  const ofVersion = typeof version === "string" ? names.map((name) => `${name}/_history/${version}`) : [];
  return new Set([...names, ...ofVersion]);
}
