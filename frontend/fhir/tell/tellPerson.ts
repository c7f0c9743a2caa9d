import { listOf } from "#core/records/listOf.ts";
import { fhirWords } from "../../words/fhirWords.ts";
import { formatAddress } from "../format/formatAddress.ts";
import { formatCode } from "../format/formatCode.ts";
import { formatCodes } from "../format/formatCodes.ts";
import { formatDate } from "../format/formatDate.ts";
import { formatDay } from "../format/formatDay.ts";
import { formatName } from "../format/formatName.ts";
import { member } from "../member.ts";
import { nameOfReference } from "../nameOfReference.ts";
import type { Reading } from "../Reading.ts";
import { textMember } from "../textMember.ts";
import { createTold } from "./createTold.ts";
import type { Told } from "./Told.ts";

/** Patients, clinicians, relatives, organisations and places: who they are and how to reach them. */
export function tellPerson(reading: Reading): Told {
  const { reader, entry } = reading;
  const person = entry.resource;
  const reachable = listOf(person["telecom"])
    .slice(0, 10)
    .map((contact) => textMember(contact, "value"));
  const languages = listOf(person["communication"]).map((spoken) => formatCode(member(spoken, "language") ?? spoken));
  const qualifications = listOf(person["qualification"]).map((each) => member(each, "code"));
  return createTold({
    title: formatName(person["name"]) ?? nameOfReference(person["practitioner"], reading),
    facts: [
      [fhirWords.kind, person.resourceType === "Organization" ? formatCodes(person["type"]) : undefined],
      [fhirWords.birthDate, formatDate(person["birthDate"], reader)],
      [fhirWords.gender, genderWord(person["gender"])],
      [
        fhirWords.died,
        formatDay(person["deceasedDateTime"], reader) ??
          (person["deceasedBoolean"] === true ? fhirWords.yes : undefined),
      ],
      [fhirWords.relationship, formatCodes(person["relationship"])],
      [fhirWords.qualification, formatCodes(qualifications) ?? formatCodes(person["specialty"])],
      [fhirWords.where, nameOfReference(person["organization"], reading)],
      [fhirWords.address, formatAddress(listOf(person["address"])[0])],
      [fhirWords.contact, reachable.filter((value) => value !== undefined).join(", ")],
      [fhirWords.language, languages.filter((language) => language !== undefined).join(", ")],
    ],
  });
}

function genderWord(gender: unknown): string | undefined {
  if (gender === "female") return fhirWords.female;
  if (gender === "male") return fhirWords.male;
  if (gender === "other") return fhirWords.otherGender;
  return gender === "unknown" ? fhirWords.unknownGender : undefined;
}
