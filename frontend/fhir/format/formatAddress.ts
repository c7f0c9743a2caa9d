import { listOf } from "#core/records/listOf.ts";
import { shortTitle } from "#core/records/shortTitle.ts";
import { member } from "../member.ts";
import { textMember } from "../textMember.ts";

/** A postal address in one line. */
export function formatAddress(address: unknown): string | undefined {
  const text = textMember(address, "text");
  if (text !== undefined) return shortTitle(text) || undefined;
  const lines = listOf(member(address, "line")).filter((line) => typeof line === "string");
  const town = [textMember(address, "city"), textMember(address, "state"), textMember(address, "postalCode")];
  const parts = [...lines.slice(0, 4), town.filter(Boolean).join(" "), textMember(address, "country")];
  return shortTitle(parts.filter(Boolean).join(", ")) || undefined;
}
