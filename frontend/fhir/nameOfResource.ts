import type { Resource } from "#core/records/BundleEntry.ts";
import { listOf } from "#core/records/listOf.ts";
import { shortTitle } from "#core/records/shortTitle.ts";
import { formatCode } from "./format/formatCode.ts";
import { formatName } from "./format/formatName.ts";
import { member } from "./member.ts";
import { textMember } from "./textMember.ts";

const nameMembers = ["code", "vaccineCode", "type", "category", "description"];

/** What a resource of any kind is called, by the members in which FHIR's resources keep their names. */
export function nameOfResource(resource: Resource): string | undefined {
  const title = shortTitle(textMember(resource, "title") ?? "");
  if (title !== "") return title;
  const name = formatName(member(resource, "name"));
  if (name !== undefined) return name;
  for (const candidate of nameMembers.map((holder) => listOf(resource[holder])[0])) {
    const called = formatCode(candidate) ?? (typeof candidate === "string" ? shortTitle(candidate) : "");
    if (called !== "") return called;
  }
  return undefined;
}
