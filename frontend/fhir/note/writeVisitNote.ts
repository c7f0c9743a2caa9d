import type { BundleEntry, Resource } from "#core/records/BundleEntry.ts";
import { instantText } from "../write/instantText.ts";
import { pressure } from "../write/measures.ts";
import { thePatient } from "../write/thePatient.ts";
import { typedLines } from "../write/typedLines.ts";
import { typedText } from "../write/typedText.ts";
import { typedValue } from "../write/typedValue.ts";
import { concept, valued, vitalSigns } from "../write/vitalSigns.ts";
import { type NotedDiagnosis, type VisitNote, type Vital, vitalMeasures, vitals } from "./VisitNote.ts";
import { icd10Code, icd10System } from "./icd10.ts";

/** By this a note is known that can be read back into the form. */
export const noteTag = { system: "urn:ownchart:form", code: "visit-note" };

export type WritingNote = {
  /** One without faults. */
  note: VisitNote;
  /** What the plan is called. */
  planTitle: string;
  newId?: () => string;
};

/** A visit as one FHIR Bundle: the encounter, what was found and measured, what was diagnosed, and what is planned. */
export function writeVisitNote({ note, planTitle, newId = () => crypto.randomUUID() }: WritingNote): Resource {
  const at = instantText(new Date(note.when));
  const entryOf = (resource: Resource) => ({ fullUrl: `urn:uuid:${newId()}`, resource });
  const encounterUrl = `urn:uuid:${newId()}`;
  const of = { subject: thePatient, encounter: { reference: encounterUrl } };
  const conditions = note.diagnoses.map((diagnosis) => entryOf({ ...conditionOf(diagnosis), ...of, recordedDate: at }));
  const measured = vitalsOf(note).map((found) =>
    entryOf({
      resourceType: "Observation",
      status: "final",
      category: [vitalSigns],
      ...of,
      effectiveDateTime: at,
      ...found,
    }),
  );
  const findings = typedLines(note.findings);
  const impression = { resourceType: "ClinicalImpression", status: "completed", ...of, effectiveDateTime: at };
  const activity = activitiesOf(note);
  const plan = { resourceType: "CarePlan", status: "active", intent: "plan", title: planTitle, ...of, created: at };
  return {
    resourceType: "Bundle",
    meta: { tag: [noteTag] },
    type: "collection",
    timestamp: at,
    entry: [
      { fullUrl: encounterUrl, resource: encounterOf(note, { at, conditions }) },
      ...(findings === undefined ? [] : [entryOf({ ...impression, summary: findings })]),
      ...measured,
      ...conditions,
      ...(activity.length === 0 ? [] : [entryOf({ ...plan, activity })]),
    ],
  };
}

function encounterOf(
  { reason: typed }: VisitNote,
  { at, conditions }: { at: string; conditions: BundleEntry[] },
): Resource {
  const reason = typedText(typed);
  const diagnosis = conditions.map(({ fullUrl }, place) => ({ condition: { reference: fullUrl }, rank: place + 1 }));
  return {
    resourceType: "Encounter",
    status: "finished",
    class: { system: "http://terminology.hl7.org/CodeSystem/v3-ActCode", code: "AMB", display: "ambulatory" },
    subject: thePatient,
    period: { start: at, end: at }, // with a beginning alone it would still go on
    ...(reason !== undefined && { reasonCode: [{ text: reason }] }),
    ...(diagnosis.length > 0 && { diagnosis }),
  };
}

const verification = { confirmed: "confirmed", suspected: "provisional" };

function conditionOf({ name, code: typed, certainty }: NotedDiagnosis) {
  const code = icd10Code(typed);
  return {
    resourceType: "Condition",
    clinicalStatus: coded("condition-clinical", "active"),
    verificationStatus: coded("condition-ver-status", verification[certainty]),
    category: [coded("condition-category", "encounter-diagnosis")],
    code: { ...(code !== undefined && { coding: [{ system: icd10System, code }] }), text: name },
  };
}

function coded(kind: string, code: string) {
  return { coding: [{ system: `http://terminology.hl7.org/CodeSystem/${kind}`, code }] };
}

function vitalsOf({ vitals: typed }: VisitNote): object[] {
  const found = (vital: Vital): object[] => {
    const value = typedValue(typed[vital], vitalMeasures[vital]);
    return value === undefined ? [] : [valued(vitalMeasures[vital], value)];
  };
  const [upper, lower] = [found("upper"), found("lower")];
  const both = upper.length > 0 && lower.length > 0;
  const singles = vitals.filter((vital) => vital !== "upper" && vital !== "lower");
  return [...(both ? [{ code: concept(pressure), component: [...upper, ...lower] }] : []), ...singles.flatMap(found)];
}

function activitiesOf({ plan, followUpOn, followUp }: VisitNote): object[] {
  const status = "not-started";
  const lines = plan.split("\n").flatMap((line) => typedText(line) ?? []);
  const description = typedText(followUp);
  const hasFollowUp = followUpOn !== "" || description !== undefined;
  const visit = {
    kind: "Appointment",
    status,
    ...(followUpOn !== "" && { scheduledPeriod: { start: followUpOn, end: followUpOn } }),
    ...(description !== undefined && { description }),
  };
  return [
    ...lines.map((line) => ({ detail: { status, description: line } })),
    ...(hasFollowUp ? [{ detail: visit }] : []),
  ];
}
