import type { BundleEntry } from "#core/records/BundleEntry.ts";
import { resolveReference } from "#core/records/resolveReference.ts";
import type { Reading } from "./Reading.ts";
import { textMember } from "./textMember.ts";

/** The resource that a Reference names, where it is in the same Bundle. */
export function followReference(reference: unknown, { entry, index }: Reading): BundleEntry | undefined {
  const name = textMember(reference, "reference");
  // Longer ones name nothing; a data: address of a megabyte would only be carried around.
  if (name === undefined || name.length > 2_000) return undefined;
  return resolveReference({ reference: name, from: entry, index });
}
