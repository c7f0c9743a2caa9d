import type { History } from "./History.ts";
import { addResource, day } from "./addResource.ts";
import { type Concept, hl7 } from "./codings.ts";
import { staffReference } from "./staffReference.ts";

export type RecordAllergyParameters = {
  on: Date;
  to: Concept;
  kind: "medication" | "food" | "environment";
  criticality: "low" | "high";
  reaction: Concept;
};

export function recordAllergy(history: History, { on, to, kind, criticality, reaction }: RecordAllergyParameters) {
  const resource = {
    resourceType: "AllergyIntolerance",
    clinicalStatus: { coding: [hl7("allergyintolerance-clinical", "active")] },
    verificationStatus: { coding: [hl7("allergyintolerance-verification", "confirmed")] },
    type: "allergy",
    category: [kind],
    criticality,
    code: to,
    patient: history.patient,
    recordedDate: day(on),
    recorder: staffReference(history, "familyDoctor"),
    reaction: [{ manifestation: [reaction] }],
  };
  addResource(history, { resource, at: on });
}
