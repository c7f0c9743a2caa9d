import type { Visit } from "./History.ts";
import { addResource, instant } from "./addResource.ts";
import { type Concept, hl7 } from "./codings.ts";
import { staffReference } from "./staffReference.ts";

export type RecordAllergyParameters = {
  to: Concept;
  kind: "medication" | "food" | "environment";
  criticality: "low" | "high";
  reaction: Concept;
};

/** Told at a visit, but of no one visit. */
export function recordAllergy({ history, at, by }: Visit, parameters: RecordAllergyParameters): void {
  const { to, kind, criticality, reaction } = parameters;
  const resource = {
    resourceType: "AllergyIntolerance",
    clinicalStatus: { coding: [hl7("allergyintolerance-clinical", "active")] },
    verificationStatus: { coding: [hl7("allergyintolerance-verification", "confirmed")] },
    type: "allergy",
    category: [kind],
    criticality,
    code: to,
    patient: history.patient,
    recordedDate: instant(at),
    recorder: staffReference(history, by),
    reaction: [{ manifestation: [reaction] }],
  };
  addResource(history, { resource, at });
}
