import type { Reference, Visit } from "./History.ts";
import { addResource, instant } from "./addResource.ts";
import type { Concept } from "./codings.ts";
import { staffReference } from "./staffReference.ts";
import { minutesAfter } from "./times.ts";

export type PerformParameters = {
  procedure: Concept;
  /** Minutes from the beginning of the visit, and how long. */
  after?: number;
  minutes?: number;
  bodySite?: Concept;
  reason?: Concept;
  outcome?: string;
};

export function perform(visit: Visit, parameters: PerformParameters): Reference {
  const { procedure, after = 5, minutes = 10, bodySite, reason, outcome } = parameters;
  const { history } = visit;
  const at = minutesAfter(visit.at, after);
  const resource = {
    resourceType: "Procedure",
    status: "completed",
    code: procedure,
    subject: history.patient,
    encounter: visit.reference,
    performedPeriod: { start: instant(at), end: instant(minutesAfter(at, minutes)) },
    performer: [{ actor: staffReference(history, visit.by) }],
    ...(reason && { reasonCode: [reason] }),
    ...(bodySite && { bodySite: [bodySite] }),
    ...(outcome !== undefined && { outcome: { text: outcome } }),
  };
  return addResource(history, { resource, at });
}
