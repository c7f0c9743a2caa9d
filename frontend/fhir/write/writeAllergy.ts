import { instantText } from "./instantText.ts";
import { thePatient } from "./thePatient.ts";
import { typedDay } from "./typedDay.ts";
import { typedText } from "./typedText.ts";
import type { Written } from "./Written.ts";

export type Severity = "mild" | "moderate" | "severe";

export type TypedAllergy = { substance: string; reaction: string; severity: Severity | ""; since: string };

/** An allergy that its patient tells of, and nobody has confirmed. */
export function writeAllergy(typed: TypedAllergy, now: Date): Written {
  const [substance, reaction] = [typedText(typed.substance), typedText(typed.reaction)];
  const since = typedDay(typed.since, now);
  if (substance === undefined) return { fault: "NoSubstance" };
  if (reaction === undefined && typed.severity !== "") return { fault: "SeverityAlone" };
  if (since.fault !== undefined) return { fault: since.fault };
  const severity = typed.severity === "" ? {} : { severity: typed.severity };
  return {
    resource: {
      resourceType: "AllergyIntolerance",
      clinicalStatus: status("clinical", "active"),
      verificationStatus: status("verification", "unconfirmed"),
      code: { text: substance },
      patient: thePatient,
      ...(since.day !== undefined && { onsetDateTime: since.day }),
      recordedDate: instantText(now),
      recorder: thePatient,
      ...(reaction !== undefined && { reaction: [{ manifestation: [{ text: reaction }], ...severity }] }),
    },
  };
}

function status(kind: string, code: string) {
  return { coding: [{ system: `http://terminology.hl7.org/CodeSystem/allergyintolerance-${kind}`, code }] };
}
