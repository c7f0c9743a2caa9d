import type { BundleEntry } from "./BundleEntry.ts";
import { serverOf } from "./serverOf.ts";

/**
 * What a reference inside an entry names, in the words of a BundleIndex: an absolute one itself, a relative one on the
 * server of the entry that holds it. Undefined for what names no resource, as a search does.
 */
export function absoluteReference({ reference, from }: { reference: string; from: BundleEntry }): string | undefined {
  if (/^[a-z][a-z\d+.-]*:/i.test(reference)) return reference;
  const isRelative = /^[A-Z][A-Za-z]*\/[^\s/?#]+(?:\/_history\/[^\s/?#]+)?$/.test(reference);
  return isRelative ? `${serverOf(from.fullUrl)}${reference}` : undefined;
}
