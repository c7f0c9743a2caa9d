import { listOf } from "#core/records/listOf.ts";
import { shortTitle } from "#core/records/shortTitle.ts";
import { fhirWords } from "../../words/fhirWords.ts";
import { formatCode } from "../format/formatCode.ts";
import { formatCodes } from "../format/formatCodes.ts";
import { formatDay } from "../format/formatDay.ts";
import { formatNumber } from "../format/formatNumber.ts";
import { formatQuantity } from "../format/formatQuantity.ts";
import type { Reader } from "../format/Reader.ts";
import { writtenNumber } from "../format/writtenNumber.ts";
import { member } from "../member.ts";
import { nameOfReference } from "../nameOfReference.ts";
import { namesOfReferences } from "../namesOfReferences.ts";
import type { Reading } from "../Reading.ts";
import { textMember } from "../textMember.ts";
import { createTold } from "./createTold.ts";
import { mistakeMark } from "./mistakeMark.ts";
import { notesOf } from "./notesOf.ts";
import type { Told } from "./Told.ts";

export function tellImmunization(reading: Reading): Told {
  const { reader, entry } = reading;
  const immunization = entry.resource;
  const protocol = listOf(immunization["protocolApplied"])[0];
  const performers = listOf(immunization["performer"]).map((performer) => member(performer, "actor"));
  return createTold({
    title: formatCode(immunization["vaccineCode"]),
    when: formatDay(immunization["occurrenceDateTime"] ?? immunization["occurrenceString"], reader),
    marks: [mistakeMark(immunization), immunization["status"] === "not-done" ? fhirWords.notGiven : undefined],
    facts: [
      [fhirWords.dose, describeDoseNumber(protocol, reader)],
      [fhirWords.against, formatCodes(member(protocol, "targetDisease"))],
      [fhirWords.reason, formatCode(immunization["statusReason"]) ?? formatCodes(immunization["reasonCode"])],
      [fhirWords.quantity, formatQuantity(immunization["doseQuantity"], reader)],
      [fhirWords.bodySite, formatCode(immunization["site"])],
      [fhirWords.performedBy, namesOfReferences(performers, reading)],
      [fhirWords.where, nameOfReference(immunization["location"], reading)],
      [fhirWords.lot, shortTitle(textMember(immunization, "lotNumber") ?? "")],
    ],
    paragraphs: notesOf(immunization),
  });
}

function describeDoseNumber(protocol: unknown, reader: Reader): string | undefined {
  const [number, series] = ["doseNumber", "seriesDoses"].map((name) => {
    const written = writtenNumber(member(protocol, `${name}PositiveInt`));
    return written === undefined ? textMember(protocol, `${name}String`) : formatNumber(written, reader);
  });
  if (number === undefined) return undefined;
  return series === undefined ? fhirWords.doseNumber(number) : fhirWords.doseOfSeries(number, series);
}
