import { Link } from "@tanstack/react-router";
import type { Address, Hex } from "viem";
import { readVisitNote } from "../../fhir/note/readVisitNote.ts";
import { plainLinkLook } from "../../ui/linkLook.ts";
import { readFhir } from "../../viewer/readFhir.ts";
import { visitNoteWords } from "../../words/visitNoteWords.ts";

type CorrectNoteLinkProps = { subject: Address; record: Hex; bytes: Uint8Array };

/** The way to a correction, below what this app's own form has written. */
export function CorrectNoteLink({ subject, record, bytes }: CorrectNoteLinkProps) {
  if (readVisitNote(readFhir(bytes)) === undefined) return null;
  return (
    <p className="pt-6">
      <Link to="/patients/$subject/$record/correct" params={{ subject, record }} className={plainLinkLook}>
        {visitNoteWords.correct}
      </Link>
    </p>
  );
}
