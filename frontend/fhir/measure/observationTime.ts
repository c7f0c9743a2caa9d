import { member } from "../member.ts";

/** When something was measured or found, as its author wrote it: a date or the beginning of a period. */
export function observationTime(observation: unknown): string | undefined {
  const times = [
    member(observation, "effectiveDateTime"),
    member(observation, "effectivePeriod", "start"),
    member(observation, "effectivePeriod", "end"),
    member(observation, "effectiveInstant"),
    member(observation, "issued"),
  ];
  return times.find((time) => typeof time === "string");
}
