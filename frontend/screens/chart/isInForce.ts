import type { TimelineRecord } from "../../keeper/Keeper.ts";

/** Whether a record holds: its author can put another in its place. A patient's objection does not end it. */
export function isInForce({ status }: Pick<TimelineRecord, "status">): boolean {
  return status === "current" || status === "disputed";
}
