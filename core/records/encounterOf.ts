import type { BundleEntry, Resource } from "./BundleEntry.ts";
import { absoluteReference } from "./absoluteReference.ts";
import type { BundleIndex } from "./bundleIndex.ts";
import { isJsonObject } from "./isJsonObject.ts";
import { listOf } from "./listOf.ts";

/** One visit: what to tell it from others by, and the Encounter itself where it is at hand. */
export type Visit = { key: unknown; encounter?: Resource };

/**
 * The visit that a resource belongs to. Claims name theirs item by item; the first that can be found stands for all.
 * An Encounter that is named but not at hand, as in bulk exports of one type a file, still keeps its things together.
 */
export function encounterOf({ entry, index }: { entry: BundleEntry; index: BundleIndex }): Visit | undefined {
  if (entry.resource.resourceType === "Encounter") return visitOf(entry);
  let elsewhere: string | undefined;
  for (const reference of encounterReferencesIn(entry.resource)) {
    const name = absoluteReference({ reference, from: entry })?.replace(/\/_history\/[^/]*$/, "");
    if (name === undefined) continue;
    const [named] = index.get(name) ?? [];
    if (named?.resource.resourceType === "Encounter") return visitOf(named);
    if (/(?:^|\/)Encounter\/[^/]+$/.test(name)) elsewhere ??= name;
  }
  return elsewhere === undefined ? undefined : { key: elsewhere };
}

/** Versions of one Encounter are one visit; one that nothing can name is a visit of its own. */
function visitOf(entry: BundleEntry): Visit {
  const { fullUrl, resource } = entry;
  if (typeof fullUrl === "string" && fullUrl !== "") return { key: fullUrl, encounter: resource };
  const { id } = resource;
  return { key: typeof id === "string" ? `Encounter/${id}` : entry, encounter: resource };
}

/** Wherever R4 lets a resource name its encounter: encounter, context, context.encounter, item.encounter. */
function* encounterReferencesIn({ encounter, context, item }: Resource): Generator<string> {
  const places = [encounter, context, ...listOf(context).map(encountersIn), ...listOf(item).map(encountersIn)];
  for (const reference of places.flatMap(listOf)) {
    if (isJsonObject(reference) && typeof reference["reference"] === "string") yield reference["reference"];
  }
}

function encountersIn(part: unknown): unknown {
  return isJsonObject(part) ? part["encounter"] : undefined;
}
