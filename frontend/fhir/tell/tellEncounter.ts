import { listOf } from "#core/records/listOf.ts";
import { encounterClassWords } from "../../words/encounterClassWords.ts";
import { fhirWords } from "../../words/fhirWords.ts";
import { wordFor } from "../../words/wordFor.ts";
import { formatCode } from "../format/formatCode.ts";
import { formatCodes } from "../format/formatCodes.ts";
import { formatPeriod } from "../format/formatPeriod.ts";
import { member } from "../member.ts";
import { nameOfReference } from "../nameOfReference.ts";
import { namesOfReferences } from "../namesOfReferences.ts";
import type { Reading } from "../Reading.ts";
import { textMember } from "../textMember.ts";
import { createTold } from "./createTold.ts";
import { mistakeMark } from "./mistakeMark.ts";
import { statusWord } from "./statusWord.ts";
import type { Told } from "./Told.ts";

export function tellEncounter(reading: Reading): Told {
  const { reader, entry } = reading;
  const encounter = entry.resource;
  const kind = wordFor(encounterClassWords, textMember(encounter["class"], "code")) ?? formatCode(encounter["class"]);
  const places = listOf(encounter["location"]).map((place) => member(place, "location"));
  const people = listOf(encounter["participant"]).map((participant) => member(participant, "individual"));
  const isOver = encounter["status"] === "finished";
  return createTold({
    title: formatCodes(encounter["type"]) ?? kind,
    when: formatPeriod(encounter["period"], reader),
    marks: [mistakeMark(encounter)],
    facts: [
      [
        fhirWords.reason,
        formatCodes(encounter["reasonCode"]) ?? namesOfReferences(encounter["reasonReference"], reading),
      ],
      [fhirWords.who, namesOfReferences(people, reading)],
      [fhirWords.where, namesOfReferences([...places, encounter["serviceProvider"]], reading)],
      [fhirWords.kind, kind],
      [fhirWords.status, isOver ? undefined : statusWord(encounter["status"])],
      [fhirWords.outcome, formatCode(member(encounter, "hospitalization", "dischargeDisposition"))],
      [fhirWords.addresses, diagnosesOf(reading)],
    ],
  });
}

function diagnosesOf(reading: Reading): string | undefined {
  const diagnoses = listOf(reading.entry.resource["diagnosis"]).slice(0, 20);
  const names = diagnoses.map((diagnosis) => nameOfReference(member(diagnosis, "condition"), reading));
  return names.filter((name) => name !== undefined).join(", ") || undefined;
}
