import { fhirWords } from "../../words/fhirWords.ts";
import { formatCode } from "../format/formatCode.ts";
import { formatDate } from "../format/formatDate.ts";
import { describeObservation } from "../measure/describeObservation.ts";
import { describeReferenceRanges } from "../measure/describeReferenceRanges.ts";
import { observationTime } from "../measure/observationTime.ts";
import { standingOf } from "../measure/standingOf.ts";
import { nameOfReference } from "../nameOfReference.ts";
import { namesOfReferences } from "../namesOfReferences.ts";
import type { Reading } from "../Reading.ts";
import { createTold } from "./createTold.ts";
import { notesOf } from "./notesOf.ts";
import type { Told } from "./Told.ts";
import { unsettledMark } from "./unsettledMark.ts";

/** One that stands alone; several are told in a table. */
export function tellObservation(reading: Reading): Told {
  const { reader, entry } = reading;
  const observation = entry.resource;
  const standing = standingOf(observation);
  return createTold({
    title: formatCode(observation["code"]),
    when: formatDate(observationTime(observation), reader),
    marks: [unsettledMark(observation), standing?.isNotable ? standing.word : undefined],
    facts: [
      ...describeObservation(observation, reader).map((line) => [fhirWords.result, line] as const),
      [fhirWords.parts, namesOfReferences(observation["hasMember"], reading)],
      [fhirWords.usualRange, describeReferenceRanges(observation, reader)],
      [fhirWords.bodySite, formatCode(observation["bodySite"])],
      [fhirWords.method, formatCode(observation["method"])],
      [fhirWords.specimen, nameOfReference(observation["specimen"], reading)],
      [fhirWords.performedBy, namesOfReferences(observation["performer"], reading)],
    ],
    paragraphs: notesOf(observation),
  });
}
