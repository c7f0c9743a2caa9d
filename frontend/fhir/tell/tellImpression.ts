import { fhirWords } from "../../words/fhirWords.ts";
import { formatCode } from "../format/formatCode.ts";
import { formatDate } from "../format/formatDate.ts";
import { nameOfReference } from "../nameOfReference.ts";
import { namesOfReferences } from "../namesOfReferences.ts";
import type { Reading } from "../Reading.ts";
import { textMember } from "../textMember.ts";
import { createTold } from "./createTold.ts";
import { mistakeMark } from "./mistakeMark.ts";
import { notesOf } from "./notesOf.ts";
import { statusWord } from "./statusWord.ts";
import type { Told } from "./Told.ts";

/** A ClinicalImpression: what a clinician saw and thought. */
export function tellImpression(reading: Reading): Told {
  const { reader, entry } = reading;
  const impression = entry.resource;
  const isDone = impression["status"] === "completed";
  return createTold({
    title: formatCode(impression["code"]) ?? fhirWords.assessment,
    when: formatDate(impression["effectiveDateTime"] ?? impression["date"], reader),
    marks: [mistakeMark(impression)],
    paragraphs: [
      [fhirWords.reason, textMember(impression, "description")],
      [fhirWords.findings, textMember(impression, "summary")],
      ...notesOf(impression),
    ],
    facts: [
      [fhirWords.status, isDone ? undefined : statusWord(impression["status"])],
      [fhirWords.addresses, namesOfReferences(impression["problem"], reading)],
      [fhirWords.author, nameOfReference(impression["assessor"], reading)],
    ],
  });
}
