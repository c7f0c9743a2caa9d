import { typedText } from "../../fhir/write/typedText.ts";
import { visitNoteWords } from "../../words/visitNoteWords.ts";

export const longestTemplateName = 60;

/** Why a template cannot be called so; undefined where it can. */
export function templateNameFault(typed: string, others: readonly string[]): string | undefined {
  const { noName, taken } = visitNoteWords.templates;
  if (typedText(typed) === undefined) return noName;
  return others.includes(typed.trim()) ? taken : undefined;
}
