import { listOf } from "#core/records/listOf.ts";
import { fhirWords } from "../../words/fhirWords.ts";
import { formatCode } from "../format/formatCode.ts";
import { formatName } from "../format/formatName.ts";
import type { Reader } from "../format/Reader.ts";
import { member } from "../member.ts";
import type { Reading } from "../Reading.ts";
import { createTold } from "./createTold.ts";
import { mistakeMark } from "./mistakeMark.ts";
import { notesOf } from "./notesOf.ts";
import { dayOf } from "./dayOf.ts";
import type { Told } from "./Told.ts";

/** A FamilyMemberHistory. */
export function tellFamily({ reader, entry }: Reading): Told {
  const relative = entry.resource;
  const conditions = listOf(relative["condition"]).slice(0, 30);
  return createTold({
    title: formatCode(relative["relationship"]) ?? formatName(relative["name"]),
    marks: [mistakeMark(relative)],
    facts: [
      ...conditions.map((condition) => [fhirWords.familyConditions, describeCondition(condition, reader)] as const),
      [fhirWords.birthDate, dayOf(relative, "born", reader)],
      [fhirWords.died, dayOf(relative, "deceased", reader)],
    ],
    paragraphs: notesOf(relative),
  });
}

function describeCondition(condition: unknown, reader: Reader): string | undefined {
  const name = formatCode(member(condition, "code"));
  const age = dayOf(condition, "onset", reader);
  return name === undefined || age === undefined ? name : fhirWords.conditionAtAge(name, age);
}
