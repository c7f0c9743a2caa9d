import type { BundleEntry } from "#core/records/BundleEntry.ts";
import { isResource } from "#core/records/isResource.ts";
import { listOf } from "#core/records/listOf.ts";
import { member } from "./member.ts";

export type ReadEntries = { entries: BundleEntry[]; leftOut: number };

/** The resources in a record, be it a Bundle or one of them; what is none is counted and left out. */
export function readEntries(content: unknown): ReadEntries {
  if (!isResource(content)) return { entries: [], leftOut: 1 };
  if (content.resourceType !== "Bundle") return { entries: [{ resource: content }], leftOut: 0 };
  const entries: BundleEntry[] = [];
  let leftOut = 0;
  for (const entry of listOf(content["entry"])) {
    const resource = member(entry, "resource");
    if (isResource(resource)) entries.push({ fullUrl: member(entry, "fullUrl"), resource });
    else leftOut += 1;
  }
  return { entries, leftOut };
}
