import { textMember } from "../textMember.ts";

/** Whether nothing of a result holds, by its author's word. */
export function isMistaken(observation: unknown): boolean {
  const status = textMember(observation, "status");
  return status === "entered-in-error" || status === "cancelled";
}
