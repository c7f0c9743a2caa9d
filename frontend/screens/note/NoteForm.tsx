import { useEffect, useRef, useState } from "react";
import type { Category } from "#core/records/categories.ts";
import { useKeptDraft } from "../../drafts/useKeptDraft.ts";
import type { VisitNote } from "../../fhir/note/VisitNote.ts";
import { type NoteFaults, noteFaults } from "../../fhir/note/noteFaults.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { visitNoteWords } from "../../words/visitNoteWords.ts";
import { AddProgress } from "../add/AddProgress.tsx";
import { NoteAdded } from "./NoteAdded.tsx";
import { NoteFields } from "./NoteFields.tsx";
import { NoteTemplates } from "./NoteTemplates.tsx";
import { PartChoice } from "./PartChoice.tsx";
import type { NoteDraft } from "./noteDraft.ts";
import { noteRecord } from "./noteRecord.ts";
import { usualCategory } from "./usualCategory.ts";
import { type NotePlace, useNoteSending } from "./useNoteSending.ts";

type NoteFormProps = { place: NotePlace; writable: Category[]; first: NoteDraft };

/** A note from its first word to its signature. */
export function NoteForm({ place, writable, first }: NoteFormProps) {
  const [note, setNote] = useState(first.note);
  const [category, setCategory] = useState(() => usualCategory(writable, first.category));
  const [faults, setFaults] = useState<NoteFaults>({});
  const form = useRef<HTMLFormElement>(null);
  const sending = useNoteSending(place);
  const { isPending, isSuccess } = sending;
  useKeptDraft({ form: place.form, content: { note, category }, isSent: isPending || isSuccess });
  useEffect(() => form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus(), [faults]);
  if (isSuccess) return <NoteAdded place={place} />;
  if (isPending) return <Sending isCorrection={place.replaces !== undefined} {...sending} />;

  const change = (changed: Partial<VisitNote>) => {
    setNote({ ...note, ...changed });
    setFaults({});
  };
  const send = () => {
    const found = noteFaults(note, new Date());
    setFaults(found);
    if (Object.keys(found).length === 0) sending.mutate(noteRecord(note, category));
  };
  const { sign, signCorrection, look, faults: sentences } = visitNoteWords;
  const isFaulty = Object.keys(faults).length > 0;
  return (
    <form
      ref={form}
      noValidate
      className="flex flex-col gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <NoteTemplates note={note} onBegin={change} />
      <NoteFields note={note} faults={faults} onChange={change} />
      <Panel className="flex flex-col gap-5">
        <PartChoice note={note} writable={writable} chosen={category} onChoose={setCategory} />
        <ErrorNotice error={sending.error} />
        {isFaulty && <Notice kind="careful">{faults.note === undefined ? look : sentences.NothingSaid}</Notice>}
        <Button kind="main" type="submit" className="self-start">
          {place.replaces === undefined ? sign : signCorrection}
        </Button>
      </Panel>
    </form>
  );
}

type SendingProps = Pick<ReturnType<typeof useNoteSending>, "progress" | "cancel"> & { isCorrection: boolean };

function Sending({ isCorrection, progress, cancel }: SendingProps) {
  if (!isCorrection) return <AddProgress progress={progress} onCancel={cancel} />;
  return (
    <Panel>
      <Waiting what={visitNoteWords.replacing} />
    </Panel>
  );
}
