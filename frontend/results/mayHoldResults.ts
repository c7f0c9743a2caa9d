import type { TimelineRecord } from "../keeper/Keeper.ts";

const fhirTypes: ReadonlySet<string> = new Set(["application/fhir+json", "application/fhir+ndjson"]);
const typesWithResults: ReadonlySet<string> = new Set(["Observation", "DiagnosticReport"]);

/** Whether a record must be opened to know what was measured: it says which resources it has, and holds still. */
export function mayHoldResults({ status, entry }: Pick<TimelineRecord, "status" | "entry">): boolean {
  const isInForce = status === "current" || status === "disputed";
  return isInForce && fhirTypes.has(entry.mediaType) && entry.resources.some((type) => typesWithResults.has(type));
}
