import { useQuery } from "@tanstack/react-query";
import { type Address, type Hex, isAddressEqual } from "viem";
import { useState } from "react";
import { categories } from "#core/records/categories.ts";
import { Drafted } from "../../drafts/Drafted.tsx";
import type { VisitNote } from "../../fhir/note/VisitNote.ts";
import { readVisitNote } from "../../fhir/note/readVisitNote.ts";
import type { Timeline, TimelineRecord } from "../../keeper/Keeper.ts";
import { recordQuery, timelineQuery } from "../../queries/chart.ts";
import { useMe } from "../../session/useMe.ts";
import { rememberName } from "../../transactions/names.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { readFhir } from "../../viewer/readFhir.ts";
import { visitNoteWords } from "../../words/visitNoteWords.ts";
import { words } from "../../words/words.ts";
import { isInForce } from "../chart/isInForce.ts";
import { NoteForm } from "./NoteForm.tsx";
import { WhereWritable } from "./WhereWritable.tsx";
import { type NoteDraft, correctionForm, tellDraft } from "./noteDraft.ts";

type CorrectNoteScreenProps = { subject: Address; record: Hex };

/** A note of one's own, to be put in the place of the one before. */
export function CorrectNoteScreen({ subject, record }: CorrectNoteScreenProps) {
  const { data, error } = useQuery(timelineQuery(useMe(), subject));
  if (data?.about !== undefined) rememberName(subject, data.about.name);
  const { correctTitle, correctLead, opening } = visitNoteWords;
  return (
    <>
      <PageHead title={correctTitle(data?.about?.name ?? words.common.address(subject))} lead={correctLead} />
      <ErrorNotice error={error} />
      {data === undefined && error === null && <Waiting what={opening} />}
      {data !== undefined && <Correction subject={subject} record={record} timeline={data} />}
    </>
  );
}

function Correction({ subject, record: hash, timeline }: CorrectNoteScreenProps & { timeline: Timeline }) {
  const me = useMe();
  const { data, error } = useQuery(recordQuery(me, subject, hash));
  const record = timeline.records.find(({ capsuleHash }) => capsuleHash === hash);
  const { opening, notANote, notYours } = visitNoteWords;
  if (error !== null) return <ErrorNotice error={error} />;
  if (data === undefined || record === undefined) return <Waiting what={opening} />;
  const note = readVisitNote(readFhir(data.bytes));
  if (note === undefined) return <Notice kind="careful">{notANote}</Notice>;
  if (!isAddressEqual(record.author, me.address)) return <Notice kind="careful">{notYours}</Notice>;
  return <CorrectionForm subject={subject} record={record} note={note} />;
}

type CorrectionFormProps = { subject: Address; record: TimelineRecord; note: VisitNote };

function CorrectionForm({ subject, record, note }: CorrectionFormProps) {
  /** At first: what was typed stays on the page, should somebody else be quicker. The contract refuses it then. */
  const [wasInForce] = useState(() => isInForce(record));
  if (!wasInForce) return <Notice kind="careful">{visitNoteWords.notInForce}</Notice>;
  const { capsuleHash, entry } = record;
  const form = correctionForm(subject, capsuleHash);
  return (
    <WhereWritable subject={subject}>
      {(writable) => (
        <Drafted<NoteDraft> form={form} tell={tellDraft}>
          {(begun) => (
            <NoteForm
              place={{ subject, form, replaces: capsuleHash }}
              writable={writable}
              first={begun?.content ?? { note, category: categories[entry.category] }}
            />
          )}
        </Drafted>
      )}
    </WhereWritable>
  );
}
