import { listOf } from "#core/records/listOf.ts";
import { shortTitle } from "#core/records/shortTitle.ts";
import { member } from "../member.ts";
import { textMember } from "../textMember.ts";

/** A person's name as people say it, from one HumanName or the one in use of several; a text is a name already. */
export function formatName(names: unknown): string | undefined {
  if (typeof names === "string") return shortTitle(names) || undefined;
  const known = listOf(names);
  const name = known.find((candidate) => textMember(candidate, "use") === "official") ?? known[0];
  const written = textMember(name, "text") ?? partsOf(name).join(" ");
  return shortTitle(written) || undefined;
}

function partsOf(name: unknown): string[] {
  const parts = [member(name, "prefix"), member(name, "given"), member(name, "family"), member(name, "suffix")];
  return parts
    .flatMap((part) => listOf(part).slice(0, 5))
    .filter((part) => typeof part === "string")
    .map((part) => part.slice(0, 120));
}
