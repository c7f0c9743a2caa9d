import { isFhirDate } from "#core/records/isFhirDate.ts";
import { typedMoment } from "../write/typedMoment.ts";
import { typedText } from "../write/typedText.ts";
import { typedValue } from "../write/typedValue.ts";
import { icd10Code } from "./icd10.ts";
import {
  type NotedDiagnosis,
  type TypedVitals,
  type VisitNote,
  type Vital,
  vitalMeasures,
  vitals,
} from "./VisitNote.ts";

export type NoteFault =
  | "NoMoment"
  | "Ahead"
  | "NoValue"
  | "PressureHalf"
  | "PressureReversed"
  | "NoCode"
  | "NoFollowUpDay"
  | "FollowUpBefore"
  | "NothingSaid";

/** What is wrong, beside the field in which it is; `note` is the whole, `code0` the code of the first diagnosis. */
export type NoteFaults = Partial<Record<"when" | "followUpOn" | "note" | Vital | `code${number}`, NoteFault>>;

/** Nothing where the note can be written as it is. */
export function noteFaults(note: VisitNote, now: Date): NoteFaults {
  const { fault: when } = typedMoment(note.when, now);
  const followUpOn = followUpFault(note);
  return {
    ...(when !== undefined && { when }),
    ...vitalFaults(note.vitals),
    ...codeFaults(note.diagnoses),
    ...(followUpOn !== undefined && { followUpOn }),
    ...(!saysSomething(note) && { note: "NothingSaid" as const }),
  };
}

function saysSomething({
  reason,
  findings,
  plan,
  followUp,
  followUpOn,
  diagnoses,
  vitals: measured,
}: VisitNote): boolean {
  const texts = [reason, findings, plan, followUp, followUpOn, ...Object.values(measured)];
  return diagnoses.length > 0 || texts.some((text) => typedText(text) !== undefined);
}

function vitalFaults(typed: TypedVitals): Partial<Record<Vital, NoteFault>> {
  const isGiven = (vital: Vital) => typed[vital].trim() !== "";
  const valueOf = (vital: Vital) => typedValue(typed[vital], vitalMeasures[vital]);
  const faults: Partial<Record<Vital, NoteFault>> = {};
  for (const vital of vitals) if (isGiven(vital) && valueOf(vital) === undefined) faults[vital] = "NoValue";
  if (isGiven("upper") !== isGiven("lower")) faults[isGiven("upper") ? "lower" : "upper"] = "PressureHalf";
  const [upper, lower] = [valueOf("upper"), valueOf("lower")];
  if (upper !== undefined && lower !== undefined && upper <= lower) faults.lower = "PressureReversed";
  return faults;
}

function codeFaults(diagnoses: NotedDiagnosis[]): NoteFaults {
  const wrong = diagnoses.flatMap(({ code }, place) =>
    code.trim() === "" || icd10Code(code) !== undefined ? [] : [[`code${place}`, "NoCode"]],
  );
  return Object.fromEntries(wrong) as NoteFaults;
}

function followUpFault({ followUpOn, when }: VisitNote): NoteFault | undefined {
  if (followUpOn === "") return undefined;
  const isDay = followUpOn.length === "2026-11-22".length && isFhirDate(followUpOn) && followUpOn < latestYear;
  if (!isDay) return "NoFollowUpDay";
  return followUpOn < when.slice(0, 10) ? "FollowUpBefore" : undefined;
}

/** Beyond it is a slip of the finger. */
const latestYear = "2100";
