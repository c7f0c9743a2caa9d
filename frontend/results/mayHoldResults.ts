import type { TimelineRecord } from "../keeper/Keeper.ts";

const fhirTypes: ReadonlySet<string> = new Set(["application/fhir+json", "application/fhir+ndjson"]);

/**
 * Whether a record is opened to know what was measured. Its entry says whether it names an observation; but whoever serves
 * the bodies sees which are asked for, and would be told by this alone which of a chart are results.
 */
export function mayHoldResults({ status, entry }: Pick<TimelineRecord, "status" | "entry">): boolean {
  const isInForce = status === "current" || status === "disputed";
  return isInForce && fhirTypes.has(entry.mediaType);
}
