import type { ClinicianRole, History, Visit } from "./History.ts";
import { addResource, instant } from "./addResource.ts";
import { type Concept, concept, hl7, snomed } from "./codings.ts";
import { staffReference } from "./staffReference.ts";
import { atTime, minutesAfter, workingDay } from "./times.ts";

const outpatient = hl7("v3-ActCode", "AMB", "ambulatory");
const emergency = hl7("v3-ActCode", "EMER", "emergency");
const inpatient = hl7("v3-ActCode", "IMP", "inpatient encounter");

const visitKinds = {
  checkUp: { class: outpatient, type: concept("Check-up", snomed("185349003", "Encounter for check up")) },
  childCheckUp: { class: outpatient, type: concept("Well child visit", snomed("410620009", "Well child visit")) },
  symptom: { class: outpatient, type: concept("Visit for a symptom", snomed("185345009", "Encounter for symptom")) },
  followUp: { class: outpatient, type: concept("Follow-up visit", snomed("390906007", "Follow-up encounter")) },
  emergency: { class: emergency, type: concept("Emergency visit", snomed("50849002", "Emergency room admission")) },
  hospitalStay: { class: inpatient, type: concept("Hospital stay", snomed("32485007", "Hospital admission")) },
  firstPrenatal: {
    class: outpatient,
    type: concept("First prenatal visit", snomed("424441002", "Prenatal initial visit")),
  },
  prenatal: { class: outpatient, type: concept("Prenatal visit", snomed("424619006", "Prenatal visit")) },
  birth: { class: inpatient, type: concept("Birth", snomed("66348005", "Childbirth")) },
  postnatal: { class: outpatient, type: concept("Postnatal visit", snomed("169762003", "Postnatal visit")) },
  psychiatry: {
    class: outpatient,
    type: concept("Psychiatric consultation", snomed("698314001", "Consultation for treatment")),
  },
  psychotherapy: { class: outpatient, type: concept("Psychotherapy", snomed("75516001", "Psychotherapy")) },
};

export type BeginVisitParameters = {
  on: Date;
  kind: keyof typeof visitKinds;
  by: ClinicianRole;
  minutes?: number;
  reason?: Concept;
  /** In UTC; some time when Massachusetts works otherwise. */
  at?: { hour: number; minute: number };
  labels?: readonly string[];
};

/** What is by appointment is on a working day; births and emergencies come on Sundays too. */
export function beginVisit(history: History, parameters: BeginVisitParameters): Visit {
  const { on, kind, by, minutes = 20, reason, labels = [] } = parameters;
  const { random, patient } = history;
  const { hour, minute } = parameters.at ?? { hour: random.whole(14, 20), minute: 15 * random.whole(0, 4) };
  const at = atTime(visitKinds[kind].class === outpatient ? workingDay(on) : on, hour, minute);
  const staff = staffReference(history, by);
  const resource = {
    resourceType: "Encounter",
    status: "finished",
    class: visitKinds[kind].class,
    type: [visitKinds[kind].type],
    subject: patient,
    ...(by === "hospital" ? { serviceProvider: staff } : { participant: [{ individual: staff }] }),
    period: { start: instant(at), end: instant(minutesAfter(at, minutes)) },
    ...(reason && { reasonCode: [reason] }),
  };
  return { history, at, by, reference: addResource(history, { resource, at, labels }) };
}
