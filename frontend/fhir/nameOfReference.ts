import { shortTitle } from "#core/records/shortTitle.ts";
import { followReference } from "./followReference.ts";
import { nameOfResource } from "./nameOfResource.ts";
import type { Reading } from "./Reading.ts";
import { textMember } from "./textMember.ts";

/** What a Reference is called: as its author says, else as the resource that it names, should that be here. */
export function nameOfReference(reference: unknown, reading: Reading): string | undefined {
  const display = shortTitle(textMember(reference, "display") ?? "");
  if (display !== "") return display;
  const followed = followReference(reference, reading);
  return followed && nameOfResource(followed.resource);
}
