import { type VisitNote, emptyNote } from "../../fhir/note/VisitNote.ts";
import { typedText } from "../../fhir/write/typedText.ts";

/** What a template keeps of a note: words and diagnoses, nothing that was measured, and no day. */
export type NoteTemplateContent = Pick<VisitNote, "reason" | "findings" | "diagnoses" | "plan" | "followUp">;

export function templateOf({ reason, findings, diagnoses, plan, followUp }: VisitNote): NoteTemplateContent {
  return { reason, findings, diagnoses, plan, followUp };
}

export function isEmptyTemplate({ diagnoses, ...texts }: NoteTemplateContent): boolean {
  return diagnoses.length === 0 && Object.values(texts).every((text) => typedText(text) === undefined);
}

/** A note that begins with a template, whatever an earlier version of this page kept in it. */
export function beginWith(note: VisitNote, template: unknown): VisitNote {
  return { ...note, ...templateOf({ ...emptyNote(note.when), ...(template as Partial<VisitNote>) }) };
}
