import { isJsonObject } from "#core/records/isJsonObject.ts";
import { listOf } from "#core/records/listOf.ts";
import { fhirWords } from "../../words/fhirWords.ts";
import { followReference } from "../followReference.ts";
import { formatCode } from "../format/formatCode.ts";
import { formatCodes } from "../format/formatCodes.ts";
import { observationTime } from "../measure/observationTime.ts";
import { formatDay } from "../format/formatDay.ts";
import { namesOfReferences } from "../namesOfReferences.ts";
import type { Reading } from "../Reading.ts";
import { textMember } from "../textMember.ts";
import { createTold } from "./createTold.ts";
import { mistakeMark } from "./mistakeMark.ts";
import { statusWord } from "./statusWord.ts";
import type { Told } from "./Told.ts";

export function tellReport(reading: Reading): Told {
  const { reader, entry } = reading;
  const report = entry.resource;
  const results = listOf(report["result"])
    .slice(0, 500)
    .flatMap((reference) => followReference(reference, reading) ?? []);
  const isFinal = report["status"] === "final";
  return createTold({
    title: formatCode(report["code"]),
    when: formatDay(observationTime(report), reader),
    marks: [mistakeMark(report)],
    facts: [
      [fhirWords.status, isFinal ? undefined : statusWord(report["status"])],
      [fhirWords.specimen, namesOfReferences(report["specimen"], reading)],
      [fhirWords.performedBy, namesOfReferences(report["performer"], reading)],
    ],
    paragraphs: [[fhirWords.conclusion, textMember(report, "conclusion") ?? formatCodes(report["conclusionCode"])]],
    results: [...new Set(results)],
    attachments: listOf(report["presentedForm"]).filter(isJsonObject).slice(0, 20),
  });
}
