import type { Reference, Visit } from "./History.ts";
import { addResource, day, instant } from "./addResource.ts";
import { type Concept, concept, hl7 } from "./codings.ts";
import { staffReference } from "./staffReference.ts";

export type DiagnoseParameters = {
  condition: Concept;
  /** Long-lasting ones go on the problem list, others belong to their visit. */
  isLasting?: boolean;
  ended?: Date;
  note?: string;
};

export function diagnose(visit: Visit, parameters: DiagnoseParameters): Reference {
  const { history } = visit;
  const { condition, isLasting = false, ended, note } = parameters;
  const resource = {
    resourceType: "Condition",
    clinicalStatus: { coding: [hl7("condition-clinical", ended === undefined ? "active" : "resolved")] },
    verificationStatus: { coding: [hl7("condition-ver-status", "confirmed")] },
    category: [isLasting ? problem : diagnosis],
    code: condition,
    subject: history.patient,
    ...(!isLasting && { encounter: visit.reference }),
    onsetDateTime: day(visit.at),
    ...(ended && { abatementDateTime: day(ended) }),
    recordedDate: instant(visit.at),
    ...(visit.by !== "hospital" && { recorder: staffReference(history, visit.by) }),
    ...(note !== undefined && { note: [{ text: note }] }),
  };
  return addResource(history, { resource, at: visit.at });
}

const problem = concept("Problem list", hl7("condition-category", "problem-list-item", "Problem List Item"));
const diagnosis = concept("Diagnosis", hl7("condition-category", "encounter-diagnosis", "Encounter Diagnosis"));
