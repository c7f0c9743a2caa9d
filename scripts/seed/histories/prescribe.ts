import type { Reference, Visit } from "./History.ts";
import { addResource, instant } from "./addResource.ts";
import type { Concept } from "./codings.ts";
import { staffReference } from "./staffReference.ts";
import { minutesAfter } from "./times.ts";

export type PrescribeParameters = {
  medicine: Concept;
  /** As a patient would be told. */
  dose: string;
  timesADay?: number;
  isAsNeeded?: boolean;
  status?: "active" | "completed" | "stopped";
  /** The prescription whose place it takes. */
  replaces?: Reference;
  reason?: Concept;
  /** Minutes from the beginning of the visit. */
  after?: number;
};

export function prescribe(visit: Visit, parameters: PrescribeParameters): Reference {
  const { medicine, dose, timesADay, isAsNeeded = false, status = "active", replaces, reason, after = 15 } = parameters;
  const { history, reference } = visit;
  const at = minutesAfter(visit.at, after);
  const resource = {
    resourceType: "MedicationRequest",
    status,
    intent: "order",
    medicationCodeableConcept: medicine,
    subject: history.patient,
    encounter: reference,
    authoredOn: instant(at),
    requester: staffReference(history, visit.by),
    ...(reason && { reasonCode: [reason] }),
    dosageInstruction: [
      {
        text: dose,
        ...(timesADay !== undefined && { timing: { repeat: { frequency: timesADay, period: 1, periodUnit: "d" } } }),
        ...(isAsNeeded && { asNeededBoolean: true }),
      },
    ],
    ...(replaces && { priorPrescription: replaces }),
  };
  return addResource(history, { resource, at });
}
