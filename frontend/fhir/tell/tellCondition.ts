import { fhirWords } from "../../words/fhirWords.ts";
import { formatCode } from "../format/formatCode.ts";
import { formatCodes } from "../format/formatCodes.ts";
import { formatDay } from "../format/formatDay.ts";
import { member } from "../member.ts";
import { nameOfReference } from "../nameOfReference.ts";
import type { Reading } from "../Reading.ts";
import { createTold } from "./createTold.ts";
import { doubtMark } from "./doubtMark.ts";
import { mistakeMark } from "./mistakeMark.ts";
import { notesOf } from "./notesOf.ts";
import { statusWord } from "./statusWord.ts";
import { dayOf } from "./dayOf.ts";
import type { Told } from "./Told.ts";

export function tellCondition(reading: Reading): Told {
  const { reader, entry } = reading;
  const condition = entry.resource;
  const { code, clinicalStatus, verificationStatus, severity, bodySite, stage, recordedDate, recorder } = condition;
  const began = dayOf(condition, "onset", reader);
  const recorded = formatDay(recordedDate, reader);
  return createTold({
    title: formatCode(code),
    marks: [mistakeMark(condition) ?? doubtMark(verificationStatus)],
    facts: [
      [fhirWords.status, statusWord(clinicalStatus)],
      [fhirWords.severity, formatCode(severity)],
      [fhirWords.stage, formatCode(member(Array.isArray(stage) ? stage[0] : stage, "summary"))],
      [fhirWords.bodySite, formatCodes(bodySite)],
      [fhirWords.began, began],
      [fhirWords.ended, dayOf(condition, "abatement", reader)],
      [fhirWords.recordedOn, recorded === began ? undefined : recorded],
      [fhirWords.recordedBy, nameOfReference(recorder, reading)],
    ],
    paragraphs: notesOf(condition),
  });
}
