import type { NewRecord } from "#core/chart/NewRecord.ts";
import type { Category } from "#core/records/categories.ts";
import { entriesOf } from "#core/records/entriesOf.ts";
import { shortTitle } from "#core/records/shortTitle.ts";
import type { VisitNote } from "../../fhir/note/VisitNote.ts";
import { writeVisitNote } from "../../fhir/note/writeVisitNote.ts";
import { instantText } from "../../fhir/write/instantText.ts";
import { visitNoteWords } from "../../words/visitNoteWords.ts";

/** A note without faults as the record that it becomes. */
export function noteRecord(note: VisitNote, category: Category): NewRecord {
  const bundle = writeVisitNote({ note, planTitle: visitNoteWords.planTitle });
  const types = entriesOf(bundle).map(({ resource }) => resource.resourceType);
  return {
    category,
    mediaType: "application/fhir+json",
    title: titleOf(note),
    issued: instantText(new Date(note.when)),
    resources: [...new Set(types)],
    content: new Blob([JSON.stringify(bundle)]),
  };
}

/** By its chief diagnosis, or by why somebody came. */
function titleOf({ diagnoses: [chief], reason }: VisitNote): string {
  const { recordTitle, recordTitleAlone } = visitNoteWords;
  const about = shortTitle(chief?.name ?? reason);
  return about === "" ? recordTitleAlone : shortTitle(recordTitle(about));
}
