import { listOf } from "#core/records/listOf.ts";
import { shortTitle } from "#core/records/shortTitle.ts";
import { fhirWords } from "../../words/fhirWords.ts";
import { formatCode } from "../format/formatCode.ts";
import { formatCodes } from "../format/formatCodes.ts";
import { formatDay } from "../format/formatDay.ts";
import { formatDays } from "../format/formatDays.ts";
import { member } from "../member.ts";
import { nameOfReference } from "../nameOfReference.ts";
import { namesOfReferences } from "../namesOfReferences.ts";
import type { Reading } from "../Reading.ts";
import { textMember } from "../textMember.ts";
import { createTold } from "./createTold.ts";
import { mistakeMark } from "./mistakeMark.ts";
import { notesOf } from "./notesOf.ts";
import { statusWord } from "./statusWord.ts";
import type { Told } from "./Told.ts";

/** A CarePlan. */
export function tellPlan(reading: Reading): Told {
  const { reader, entry } = reading;
  const plan = entry.resource;
  return createTold({
    title: shortTitle(textMember(plan, "title") ?? "") || formatCodes(plan["category"]),
    when: formatDays(plan["period"], reader),
    marks: [mistakeMark(plan)],
    facts: [
      [fhirWords.status, statusWord(plan["status"])],
      [fhirWords.addresses, namesOfReferences(plan["addresses"], reading)],
      ...listOf(plan["activity"])
        .slice(0, 30)
        .map((activity) => [fhirWords.activities, describeActivity(activity, reading)] as const),
      [fhirWords.target, namesOfReferences(plan["goal"], reading)],
      [fhirWords.author, nameOfReference(plan["author"], reading)],
    ],
    paragraphs: [[fhirWords.note, textMember(plan, "description")], ...notesOf(plan)],
  });
}

/** What is planned, and when where that is said. */
function describeActivity(activity: unknown, reading: Reading): string | undefined {
  const detail = member(activity, "detail");
  const words = textMember(detail, "description");
  const kind = formatCode(member(detail, "code")) ?? visitOf(detail);
  const what = [kind, words].filter((part) => part !== undefined);
  if (what.length === 0) return nameOfReference(member(activity, "reference"), reading);
  const told = kind !== undefined && words !== undefined ? fhirWords.activityOf(kind, words) : what[0]!;
  const day = daysOf(member(detail, "scheduledPeriod"), reading);
  return day === undefined ? told : fhirWords.activityOn(told, day);
}

/** One day is said once. */
function daysOf(period: unknown, { reader }: Reading): string | undefined {
  const [start, end] = [textMember(period, "start"), textMember(period, "end")];
  return start === end ? formatDay(start, reader) : formatDays(period, reader);
}

/** A visit that is planned goes without a code. */
function visitOf(detail: unknown): string | undefined {
  return textMember(detail, "kind") === "Appointment" ? fhirWords.followUp : undefined;
}
