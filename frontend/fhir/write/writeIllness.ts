import { icd10System } from "../note/icd10.ts";
import { instantText } from "./instantText.ts";
import { thePatient } from "./thePatient.ts";
import { typedDay } from "./typedDay.ts";
import { typedText } from "./typedText.ts";
import type { Written } from "./Written.ts";

/** `code` is one of the list, or empty; `until` counts where the illness is over. */
export type TypedIllness = { name: string; code: string; since: string; is: "over" | "there"; until: string };

/** An illness that its patient tells of, and nobody has confirmed. */
export function writeIllness(typed: TypedIllness, now: Date): Written {
  const name = typedText(typed.name);
  const isOver = typed.is === "over";
  const [since, until] = [typedDay(typed.since, now), typedDay(isOver ? typed.until : "", now)];
  if (name === undefined) return { fault: "NoIllness" };
  if (since.fault !== undefined) return { fault: since.fault };
  if (until.fault !== undefined) return { fault: until.fault };
  if (endsBefore(since.day, until.day)) return { fault: "EndsBefore" };
  return {
    resource: {
      resourceType: "Condition",
      clinicalStatus: coded("condition-clinical", isOver ? "resolved" : "active"),
      verificationStatus: coded("condition-ver-status", "unconfirmed"),
      category: [coded("condition-category", "problem-list-item")],
      code: { ...(typed.code !== "" && { coding: [{ system: icd10System, code: typed.code }] }), text: name },
      subject: thePatient,
      ...(since.day !== undefined && { onsetDateTime: since.day }),
      ...(until.day !== undefined && { abatementDateTime: until.day }),
      recordedDate: instantText(now),
      recorder: thePatient,
    },
  };
}

/** As exactly as both were told: 2015 does not end before March 2015. */
function endsBefore(since = "", until = ""): boolean {
  const length = Math.min(since.length, until.length);
  return until.slice(0, length) < since.slice(0, length);
}

function coded(kind: string, code: string) {
  return { coding: [{ system: `http://terminology.hl7.org/CodeSystem/${kind}`, code }] };
}
