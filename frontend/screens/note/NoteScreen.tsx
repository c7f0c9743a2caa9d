import { useQuery } from "@tanstack/react-query";
import type { Address } from "viem";
import { Drafted } from "../../drafts/Drafted.tsx";
import { emptyNote } from "../../fhir/note/VisitNote.ts";
import { localMoment } from "../../fhir/write/localMoment.ts";
import { timelineQuery } from "../../queries/chart.ts";
import { useMe } from "../../session/useMe.ts";
import { rememberName } from "../../transactions/names.ts";
import { PageHead } from "../../ui/PageHead.tsx";
import { visitNoteWords } from "../../words/visitNoteWords.ts";
import { words } from "../../words/words.ts";
import { NoteForm } from "./NoteForm.tsx";
import { WhereWritable } from "./WhereWritable.tsx";
import { type NoteDraft, noteForm, tellDraft } from "./noteDraft.ts";

/** A new note about a visit. */
export function NoteScreen({ subject }: { subject: Address }) {
  const about = useQuery(timelineQuery(useMe(), subject)).data?.about;
  if (about !== undefined) rememberName(subject, about.name);
  const form = noteForm(subject);
  return (
    <>
      <PageHead title={visitNoteWords.title(about?.name ?? words.common.address(subject))} lead={visitNoteWords.lead} />
      <WhereWritable subject={subject}>
        {(writable) => (
          <Drafted<NoteDraft> form={form} tell={tellDraft}>
            {(begun) => (
              <NoteForm
                place={{ subject, form, replaces: undefined }}
                writable={writable}
                first={begun?.content ?? { note: emptyNote(localMoment(new Date())), category: undefined }}
              />
            )}
          </Drafted>
        )}
      </WhereWritable>
    </>
  );
}
