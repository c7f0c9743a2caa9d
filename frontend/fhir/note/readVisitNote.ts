import type { Resource } from "#core/records/BundleEntry.ts";
import { listOf } from "#core/records/listOf.ts";
import { writtenNumber } from "../format/writtenNumber.ts";
import { member } from "../member.ts";
import { readEntries } from "../readEntries.ts";
import { textMember } from "../textMember.ts";
import { localMoment } from "../write/localMoment.ts";
import { type NotedDiagnosis, type TypedVitals, type VisitNote, noVitals, vitalMeasures, vitals } from "./VisitNote.ts";
import { noteTag } from "./writeVisitNote.ts";

/** A note as it was typed, of a record that this app's form has written; undefined of any other. */
export function readVisitNote(content: unknown): VisitNote | undefined {
  const tags = listOf(member(content, "meta", "tag"));
  if (!tags.some((tag) => member(tag, "system") === noteTag.system && member(tag, "code") === noteTag.code)) return;
  const resources = readEntries(content).entries.map(({ resource }) => resource);
  const ofType = (type: string) => resources.filter(({ resourceType }) => resourceType === type);
  const [[encounter], [impression], [plan]] = [ofType("Encounter"), ofType("ClinicalImpression"), ofType("CarePlan")];
  const start = textMember(member(encounter, "period"), "start");
  if (start === undefined || Number.isNaN(Date.parse(start))) return;
  return {
    when: localMoment(new Date(start)),
    reason: textMember(listOf(member(encounter, "reasonCode"))[0], "text") ?? "",
    findings: textMember(impression, "summary") ?? "",
    vitals: vitalsIn(ofType("Observation")),
    diagnoses: ofType("Condition").map(diagnosisIn),
    ...planIn(plan),
  };
}

function vitalsIn(observations: Resource[]): TypedVitals {
  const measured = observations.flatMap((one) => [one as unknown, ...listOf(one["component"])]);
  const typed = vitals.map((vital) => {
    const found = measured.find((one) => codeIn(member(one, "code")) === vitalMeasures[vital].code);
    return [vital, writtenNumber(member(found, "valueQuantity", "value")) ?? ""];
  });
  return { ...noVitals, ...(Object.fromEntries(typed) as TypedVitals) };
}

function diagnosisIn({ code, verificationStatus }: Resource): NotedDiagnosis {
  const certainty = codeIn(verificationStatus) === "confirmed" ? "confirmed" : "suspected";
  const known = codeIn(code);
  return { name: textMember(code, "text") ?? "", code: known ?? "", certainty, isOwn: known === undefined };
}

function planIn(plan: Resource | undefined) {
  const details = listOf(plan?.["activity"]).map((activity) => member(activity, "detail"));
  const visit = details.find(isVisit);
  const lines = details.filter((detail) => !isVisit(detail)).map((detail) => textMember(detail, "description") ?? "");
  return {
    plan: lines.join("\n"),
    followUpOn: textMember(member(visit, "scheduledPeriod"), "start") ?? "",
    followUp: textMember(visit, "description") ?? "",
  };
}

function isVisit(detail: unknown): boolean {
  return member(detail, "kind") === "Appointment";
}

function codeIn(concept: unknown): string | undefined {
  return textMember(listOf(member(concept, "coding"))[0], "code");
}
