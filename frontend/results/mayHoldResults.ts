import type { TimelineRecord } from "../keeper/Keeper.ts";
import { isInForce } from "../screens/chart/isInForce.ts";

const fhirTypes: ReadonlySet<string> = new Set(["application/fhir+json", "application/fhir+ndjson"]);

/**
 * Whether a record is opened to know what was measured. Its entry says whether it names an observation; but whoever serves
 * the bodies sees which are asked for, and would be told by this alone which of a chart are results.
 */
export function mayHoldResults(record: Pick<TimelineRecord, "status" | "entry">): boolean {
  return isInForce(record) && fhirTypes.has(record.entry.mediaType);
}
