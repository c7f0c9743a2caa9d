import { isAddressEqual } from "viem";
import type { TimelineRecord } from "../../keeper/Keeper.ts";

export type Versions = { earlier: TimelineRecord | undefined; newer: TimelineRecord | undefined };

/**
 * The version before and the one after, as far as they can be seen. The record says itself what it replaces; it is believed
 * where the chain says that something of the same author did.
 */
export function versionsOf(records: readonly TimelineRecord[], record: TimelineRecord): Versions {
  return {
    earlier: records.find((other) => replaces(record, other)),
    newer: records.find((other) => replaces(other, record)),
  };
}

function replaces(newer: TimelineRecord, earlier: TimelineRecord): boolean {
  const isSaid = newer.entry.prev === earlier.capsuleHash && isAddressEqual(newer.author, earlier.author);
  return isSaid && (earlier.status === "superseded" || earlier.status === "entered-in-error");
}
