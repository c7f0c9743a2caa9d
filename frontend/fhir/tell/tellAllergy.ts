import { listOf } from "#core/records/listOf.ts";
import { fhirWords } from "../../words/fhirWords.ts";
import { formatCode } from "../format/formatCode.ts";
import { formatCodes } from "../format/formatCodes.ts";
import { formatDay } from "../format/formatDay.ts";
import { humanName } from "../humanName.ts";
import { member } from "../member.ts";
import { nameOfReference } from "../nameOfReference.ts";
import type { Reading } from "../Reading.ts";
import { textMember } from "../textMember.ts";
import { createTold } from "./createTold.ts";
import { doubtMark } from "./doubtMark.ts";
import { mistakeMark } from "./mistakeMark.ts";
import { notesOf } from "./notesOf.ts";
import { statusWord } from "./statusWord.ts";
import { dayOf } from "./dayOf.ts";
import type { Told } from "./Told.ts";

export function tellAllergy(reading: Reading): Told {
  const { reader, entry } = reading;
  const allergy = entry.resource;
  const reactions = listOf(allergy["reaction"]).slice(0, 20);
  const substances = reactions.map((reaction) => formatCode(member(reaction, "substance")));
  return createTold({
    title: formatCode(allergy["code"]) ?? substances.find((substance) => substance !== undefined),
    marks: [
      mistakeMark(allergy) ?? doubtMark(allergy["verificationStatus"]),
      allergy["criticality"] === "high" ? fhirWords.criticalityHigh : undefined,
    ],
    facts: [
      [fhirWords.kind, kindOf(allergy["type"])],
      ...reactions.map((reaction) => [fhirWords.reaction, describeReaction(reaction)] as const),
      [fhirWords.criticality, describeCriticality(allergy["criticality"])],
      [fhirWords.status, statusWord(allergy["clinicalStatus"])],
      [fhirWords.began, dayOf(allergy, "onset", reader)],
      [fhirWords.noted, formatDay(allergy["recordedDate"], reader)],
      [fhirWords.recordedBy, nameOfReference(allergy["recorder"], reading)],
    ],
    paragraphs: notesOf(allergy),
  });
}

function kindOf(type: unknown): string | undefined {
  if (type === "allergy") return fhirWords.allergy;
  return type === "intolerance" ? fhirWords.intolerance : undefined;
}

function describeReaction(reaction: unknown): string | undefined {
  const signs = formatCodes(member(reaction, "manifestation")) ?? textMember(reaction, "description");
  const severity = textMember(reaction, "severity");
  if (signs === undefined || severity === undefined) return signs;
  return fhirWords.reactionWith(signs, humanName(severity.slice(0, 60)).toLowerCase());
}

/** A high one is told at the top already. */
function describeCriticality(criticality: unknown): string | undefined {
  if (criticality === "low") return fhirWords.criticalityLow;
  return criticality === "unable-to-assess" ? fhirWords.criticalityUnknown : undefined;
}
