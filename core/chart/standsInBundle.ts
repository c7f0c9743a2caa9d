import { isMergeable } from "../records/isMergeable.ts";
import type { ListedRecord } from "./listRecords.ts";

/** What was replaced or taken back stays beside the Bundle of an export, where nobody takes it for what holds. */
export function standsInBundle({ record, content }: { record: ListedRecord; content: Uint8Array }): boolean {
  const isInForce = record.status === "current" || record.status === "disputed";
  return isInForce && record.entry.mediaType === "application/fhir+json" && isMergeable(content);
}
