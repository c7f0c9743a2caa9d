import { textMember } from "../textMember.ts";
import { formatUnit } from "./formatUnit.ts";

/** What a quantity is measured in, as people write it; empty where nothing says so. */
export function unitOf(quantity: unknown): string {
  return formatUnit(textMember(quantity, "unit") ?? textMember(quantity, "code") ?? "");
}
