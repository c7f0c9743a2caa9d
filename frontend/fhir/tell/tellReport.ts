import type { BundleEntry } from "#core/records/BundleEntry.ts";
import { isJsonObject } from "#core/records/isJsonObject.ts";
import { listOf } from "#core/records/listOf.ts";
import { fhirWords } from "../../words/fhirWords.ts";
import { followReference } from "../followReference.ts";
import { formatCode } from "../format/formatCode.ts";
import { formatCodes } from "../format/formatCodes.ts";
import { describeObservation } from "../measure/describeObservation.ts";
import { observationTime } from "../measure/observationTime.ts";
import { formatDay } from "../format/formatDay.ts";
import { namesOfReferences } from "../namesOfReferences.ts";
import type { Reading } from "../Reading.ts";
import { textMember } from "../textMember.ts";
import { createTold } from "./createTold.ts";
import { statusWord } from "./statusWord.ts";
import type { Told } from "./Told.ts";
import { unsettledMark } from "./unsettledMark.ts";

const mostResults = 500;

export function tellReport(reading: Reading): Told {
  const { reader, entry } = reading;
  const report = entry.resource;
  const results = followReferences(report["result"], reading).flatMap((result) =>
    panelOf({ ...reading, entry: result }),
  );
  const isUnsettled = unsettledMark(report) !== undefined;
  const isFinal = report["status"] === "final";
  return createTold({
    title: formatCode(report["code"]),
    when: formatDay(observationTime(report), reader),
    marks: [unsettledMark(report)],
    facts: [
      [fhirWords.status, isFinal || isUnsettled ? undefined : statusWord(report["status"])],
      [fhirWords.specimen, namesOfReferences(report["specimen"], reading)],
      [fhirWords.performedBy, namesOfReferences(report["performer"], reading)],
    ],
    paragraphs: [[fhirWords.conclusion, textMember(report, "conclusion") ?? formatCodes(report["conclusionCode"])]],
    results: [...new Set(results)].slice(0, mostResults),
    attachments: listOf(report["presentedForm"]).filter(isJsonObject).slice(0, 20),
  });
}

function followReferences(references: unknown, reading: Reading): BundleEntry[] {
  return listOf(references)
    .slice(0, mostResults)
    .flatMap((reference) => followReference(reference, reading) ?? []);
}

/** A panel stands for what it is made up of, and for itself only where it says something of its own. */
function panelOf(reading: Reading): BundleEntry[] {
  const { entry, reader } = reading;
  const parts = followReferences(entry.resource["hasMember"], reading);
  return parts.length > 0 && describeObservation(entry.resource, reader).length === 0 ? parts : [entry, ...parts];
}
