import type { BundleEntry } from "../../records/BundleEntry.ts";
import { collectionText } from "../../records/collectionText.ts";
import { splitHistory } from "../../records/splitHistory.ts";
import type { NewRecord } from "../NewRecord.ts";

/** What nobody says of which record it was in, as a history that comes from elsewhere. */
export function looseRecords(entries: readonly BundleEntry[], now: string): NewRecord[] {
  if (entries.length === 0) return [];
  const records = splitHistory({ history: collectionText(entries), fallbackIssued: now });
  return records.map((record) => Object.assign(record, { content: new Blob([record.content]) }));
}
