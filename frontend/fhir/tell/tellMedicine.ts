import { listOf } from "#core/records/listOf.ts";
import { fhirWords } from "../../words/fhirWords.ts";
import { formatCode } from "../format/formatCode.ts";
import { formatCodes } from "../format/formatCodes.ts";
import { formatDay } from "../format/formatDay.ts";
import { formatNumber } from "../format/formatNumber.ts";
import { formatPeriod } from "../format/formatPeriod.ts";
import { formatQuantity } from "../format/formatQuantity.ts";
import { writtenNumber } from "../format/writtenNumber.ts";
import { describeDosage } from "../medicine/describeDosage.ts";
import { member } from "../member.ts";
import { nameOfReference } from "../nameOfReference.ts";
import { namesOfReferences } from "../namesOfReferences.ts";
import type { Reading } from "../Reading.ts";
import { textMember } from "../textMember.ts";
import { createTold } from "./createTold.ts";
import { mistakeMark } from "./mistakeMark.ts";
import { notesOf } from "./notesOf.ts";
import { statusWord } from "./statusWord.ts";
import { timeOf } from "./timeOf.ts";
import type { Told } from "./Told.ts";

/** A medicine that was prescribed, is taken, was given or handed out: FHIR has a resource for each. */
export function tellMedicine(reading: Reading): Told {
  const { reader, entry } = reading;
  const medicine = entry.resource;
  const { status, statusReason, authoredOn, dispenseRequest, requester, whenHandedOver } = medicine;
  const repeats = writtenNumber(member(dispenseRequest, "numberOfRepeatsAllowed"));
  return createTold({
    title: medicineName(reading),
    marks: [
      mistakeMark(medicine),
      medicine["doNotPerform"] === true ? fhirWords.notToBeTaken : undefined,
      endedMark(status),
    ],
    facts: [
      ...dosages(reading).map((dosage) => [fhirWords.dosing, dosage] as const),
      [fhirWords.status, endedMark(status) === undefined ? statusWord(status) : undefined],
      [
        fhirWords.reason,
        formatCodes(medicine["reasonCode"]) ?? namesOfReferences(medicine["reasonReference"], reading),
      ],
      [fhirWords.when, timeOf(medicine, "effective", reader) ?? formatDay(whenHandedOver, reader)],
      [fhirWords.note, formatCodes(statusReason)],
      [fhirWords.prescribedOn, formatDay(authoredOn, reader)],
      [fhirWords.prescribedBy, nameOfReference(requester, reading)],
      [fhirWords.quantity, formatQuantity(member(dispenseRequest, "quantity") ?? medicine["quantity"], reader)],
      [fhirWords.repeats, repeats === undefined ? undefined : formatNumber(repeats, reader)],
      [fhirWords.validity, formatPeriod(member(dispenseRequest, "validityPeriod"), reader)],
    ],
    paragraphs: notesOf(medicine),
  });
}

function medicineName(reading: Reading): string | undefined {
  const { medicationCodeableConcept: concept, medicationReference: reference } = reading.entry.resource;
  const isElsewhere = textMember(reference, "reference") !== undefined;
  return (
    formatCode(concept) ?? nameOfReference(reference, reading) ?? (isElsewhere ? fhirWords.namedElsewhere : undefined)
  );
}

/** Requests call it dosageInstruction, statements and administrations dosage. */
function dosages({ entry, reader }: Reading): (string | undefined)[] {
  const { dosageInstruction, dosage } = entry.resource;
  const [dose, route] = [member(dosage, "dose"), member(dosage, "route")];
  const given = dose === undefined ? dosage : { text: member(dosage, "text"), doseQuantity: dose, route };
  return [...listOf(dosageInstruction), ...listOf(given)].slice(0, 10).map((each) => describeDosage(each, reader));
}

const endedStates = new Set(["stopped", "on-hold", "cancelled", "not-taken", "not-done"]);

/** What is not to be taken now must not look like what is. */
function endedMark(status: unknown): string | undefined {
  const isOver = typeof status === "string" && endedStates.has(status);
  return isOver ? statusWord(status) : undefined;
}
