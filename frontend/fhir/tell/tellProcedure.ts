import { listOf } from "#core/records/listOf.ts";
import { fhirWords } from "../../words/fhirWords.ts";
import { formatCode } from "../format/formatCode.ts";
import { formatCodes } from "../format/formatCodes.ts";
import { member } from "../member.ts";
import { nameOfReference } from "../nameOfReference.ts";
import { namesOfReferences } from "../namesOfReferences.ts";
import type { Reading } from "../Reading.ts";
import { createTold } from "./createTold.ts";
import { mistakeMark } from "./mistakeMark.ts";
import { notesOf } from "./notesOf.ts";
import { statusWord } from "./statusWord.ts";
import { timeOf } from "./timeOf.ts";
import type { Told } from "./Told.ts";

export function tellProcedure(reading: Reading): Told {
  const { reader, entry } = reading;
  const procedure = entry.resource;
  const performers = listOf(procedure["performer"]).map((performer) => member(performer, "actor"));
  const isDone = procedure["status"] === "completed";
  return createTold({
    title: formatCode(procedure["code"]),
    when: timeOf(procedure, "performed", reader),
    marks: [mistakeMark(procedure)],
    facts: [
      [fhirWords.status, isDone ? undefined : statusWord(procedure["status"])],
      [
        fhirWords.reason,
        formatCodes(procedure["reasonCode"]) ?? namesOfReferences(procedure["reasonReference"], reading),
      ],
      [fhirWords.bodySite, formatCodes(procedure["bodySite"])],
      [fhirWords.outcome, formatCode(procedure["outcome"])],
      [fhirWords.performedBy, namesOfReferences(performers, reading)],
      [fhirWords.where, nameOfReference(procedure["location"], reading)],
    ],
    paragraphs: notesOf(procedure),
  });
}
