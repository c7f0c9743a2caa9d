import type { Address, Hex } from "viem";
import type { Category } from "#core/records/categories.ts";
import { typedText } from "../../fhir/write/typedText.ts";
import type { Begun } from "../../drafts/Drafted.tsx";
import type { VisitNote } from "../../fhir/note/VisitNote.ts";
import { visitNoteWords } from "../../words/visitNoteWords.ts";

/** A note as it is kept until it is signed. */
export type NoteDraft = { note: VisitNote; /** Undefined where nobody has chosen. */ category: Category | undefined };

/** Under which a patient's half-written note is kept. */
export function noteForm(subject: Address): string {
  return `note.1/${subject.toLowerCase()}`;
}

/** The same of a correction. */
export function correctionForm(subject: Address, replaces: Hex): string {
  return `correction.1/${subject.toLowerCase()}/${replaces}`;
}

export function tellDraft({ content: { note } }: Begun<NoteDraft>): string {
  const about = typedText(note.diagnoses[0]?.name ?? note.reason);
  return about === undefined ? visitNoteWords.draftUnnamed : visitNoteWords.draft(about);
}
