import { listOf } from "#core/records/listOf.ts";
import { fhirWords } from "../../words/fhirWords.ts";
import { formatCodes } from "../format/formatCodes.ts";
import { formatDate } from "../format/formatDate.ts";
import { formatNumber } from "../format/formatNumber.ts";
import { writtenNumber } from "../format/writtenNumber.ts";
import { member } from "../member.ts";
import type { Reading } from "../Reading.ts";
import { textMember } from "../textMember.ts";
import { createTold } from "./createTold.ts";
import { mistakeMark } from "./mistakeMark.ts";
import { notesOf } from "./notesOf.ts";
import type { Told } from "./Told.ts";

/** An ImagingStudy, which names pictures and never holds them. */
export function tellImages({ reader, entry }: Reading): Told {
  const study = entry.resource;
  const series = listOf(study["series"]).slice(0, 50);
  const modality = formatCodes(study["modality"]) ?? formatCodes(series.map((each) => member(each, "modality")));
  const count = writtenNumber(study["numberOfInstances"]);
  return createTold({
    title: textMember(study, "description")?.slice(0, 200) ?? formatCodes(study["procedureCode"]) ?? modality,
    when: formatDate(study["started"], reader),
    marks: [mistakeMark(study)],
    facts: [
      [fhirWords.modality, modality],
      [fhirWords.bodySite, formatCodes(series.map((each) => member(each, "bodySite")))],
      [fhirWords.pictures, count === undefined ? undefined : fhirWords.pictureCount(formatNumber(count, reader))],
      [fhirWords.note, fhirWords.picturesElsewhere],
    ],
    paragraphs: notesOf(study),
  });
}
