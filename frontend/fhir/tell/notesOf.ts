import { listOf } from "#core/records/listOf.ts";
import { fhirWords } from "../../words/fhirWords.ts";
import { member } from "../member.ts";
import { textMember } from "../textMember.ts";

/** What was noted about a resource, a paragraph each. */
export function notesOf(resource: unknown): (readonly [string, string | undefined])[] {
  return listOf(member(resource, "note"))
    .slice(0, 20)
    .map((note) => [fhirWords.note, textMember(note, "text")] as const);
}
