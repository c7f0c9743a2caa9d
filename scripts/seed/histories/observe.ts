import type { Visit } from "./History.ts";
import { addResource, instant } from "./addResource.ts";
import { type Concept, concept, hl7, quantity } from "./codings.ts";
import { staffReference } from "./staffReference.ts";
import { minutesAfter } from "./times.ts";

export type ObserveParameters = {
  kind: "survey" | "exam" | "procedure" | "social-history";
  what: Concept;
  value: { number: number; unit: string } | Concept | { date: string } | string;
  note?: string;
  labels?: readonly string[];
};

/** What was asked or seen, and is neither a vital sign nor a laboratory's. */
export function observe(visit: Visit, { kind, what, value, note, labels = [] }: ObserveParameters): void {
  const { history } = visit;
  const at = minutesAfter(visit.at, 8);
  const resource = {
    resourceType: "Observation",
    status: "final",
    category: [concept(kind, hl7("observation-category", kind))],
    code: what,
    subject: history.patient,
    encounter: visit.reference,
    effectiveDateTime: instant(at),
    performer: [staffReference(history, visit.by)],
    ...valueMember(value),
    ...(note !== undefined && { note: [{ text: note }] }),
  };
  addResource(history, { resource, at, labels });
}

function valueMember(value: ObserveParameters["value"]): object {
  if (typeof value === "string") return { valueString: value };
  if ("date" in value) return { valueDateTime: value.date };
  if ("number" in value) return { valueQuantity: quantity(value.number, value.unit) };
  return { valueCodeableConcept: value };
}
