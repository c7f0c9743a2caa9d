import { isJsonObject } from "#core/records/isJsonObject.ts";
import { listOf } from "#core/records/listOf.ts";
import { fhirWords } from "../../words/fhirWords.ts";
import { formatCode } from "../format/formatCode.ts";
import { formatDay } from "../format/formatDay.ts";
import type { Reader } from "../format/Reader.ts";
import { describeDatum } from "../measure/describeDatum.ts";
import { namesOfReferences } from "../namesOfReferences.ts";
import type { Reading } from "../Reading.ts";
import { createTold } from "./createTold.ts";
import { mistakeMark } from "./mistakeMark.ts";
import { notesOf } from "./notesOf.ts";
import { statusWord } from "./statusWord.ts";
import { dayOf } from "./dayOf.ts";
import type { Told } from "./Told.ts";

export function tellGoal(reading: Reading): Told {
  const { reader, entry } = reading;
  const goal = entry.resource;
  return createTold({
    title: formatCode(goal["description"]),
    marks: [mistakeMark(goal)],
    facts: [
      [fhirWords.status, statusWord(goal["lifecycleStatus"])],
      [fhirWords.progress, statusWord(goal["achievementStatus"])],
      ...listOf(goal["target"])
        .slice(0, 10)
        .map((target) => [fhirWords.target, describeTarget(target, reader)] as const),
      [fhirWords.began, dayOf(goal, "start", reader)],
      [fhirWords.addresses, namesOfReferences(goal["addresses"], reading)],
    ],
    paragraphs: notesOf(goal),
  });
}

function describeTarget(target: unknown, reader: Reader): string | undefined {
  if (!isJsonObject(target)) return undefined;
  const name = Object.keys(target).find((candidate) => /^detail[A-Z]/.test(candidate));
  const aim = name === undefined ? undefined : describeDatum(name.slice("detail".length), target[name], reader);
  const measure = formatCode(target["measure"]);
  const told = measure !== undefined && aim !== undefined ? fhirWords.named(measure, aim) : (aim ?? measure);
  const day = formatDay(target["dueDate"], reader);
  return told !== undefined && day !== undefined ? fhirWords.targetBy(told, day) : (told ?? day);
}
