import type { Reading } from "../Reading.ts";
import { tellAllergy } from "./tellAllergy.ts";
import { tellComposition } from "./tellComposition.ts";
import { tellCondition } from "./tellCondition.ts";
import { tellDocument } from "./tellDocument.ts";
import { tellEncounter } from "./tellEncounter.ts";
import { tellFamily } from "./tellFamily.ts";
import { tellGoal } from "./tellGoal.ts";
import { tellImages } from "./tellImages.ts";
import { tellImmunization } from "./tellImmunization.ts";
import { tellImpression } from "./tellImpression.ts";
import { tellInsurance } from "./tellInsurance.ts";
import { tellMedicine } from "./tellMedicine.ts";
import { tellObservation } from "./tellObservation.ts";
import { tellPerson } from "./tellPerson.ts";
import { tellPlan } from "./tellPlan.ts";
import { tellProcedure } from "./tellProcedure.ts";
import { tellReport } from "./tellReport.ts";
import type { Told } from "./Told.ts";

const tellers = new Map<string, (reading: Reading) => Told>([
  ["AllergyIntolerance", tellAllergy],
  ["CarePlan", tellPlan],
  ["Claim", tellInsurance],
  ["ClinicalImpression", tellImpression],
  ["Composition", tellComposition],
  ["Condition", tellCondition],
  ["Coverage", tellInsurance],
  ["DiagnosticReport", tellReport],
  ["DocumentReference", tellDocument],
  ["Encounter", tellEncounter],
  ["ExplanationOfBenefit", tellInsurance],
  ["FamilyMemberHistory", tellFamily],
  ["Goal", tellGoal],
  ["ImagingStudy", tellImages],
  ["Immunization", tellImmunization],
  ["Location", tellPerson],
  ["MedicationAdministration", tellMedicine],
  ["MedicationDispense", tellMedicine],
  ["MedicationRequest", tellMedicine],
  ["MedicationStatement", tellMedicine],
  ["Observation", tellObservation],
  ["Organization", tellPerson],
  ["Patient", tellPerson],
  ["Practitioner", tellPerson],
  ["PractitionerRole", tellPerson],
  ["Procedure", tellProcedure],
  ["RelatedPerson", tellPerson],
]);

/** What a person is told about a resource; undefined where it is of a kind that nobody tells here. */
export function tellResource(reading: Reading): Told | undefined {
  return tellers.get(reading.entry.resource.resourceType)?.(reading);
}
