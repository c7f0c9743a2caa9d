import { statusWord } from "./statusWord.ts";
import { textMember } from "../textMember.ts";

const unsettled = new Set(["entered-in-error", "cancelled", "registered", "preliminary", "partial"]);

/** That a result does not hold, or not yet. */
export function unsettledMark(result: unknown): string | undefined {
  const status = textMember(result, "status");
  return status !== undefined && unsettled.has(status) ? statusWord(status) : undefined;
}
