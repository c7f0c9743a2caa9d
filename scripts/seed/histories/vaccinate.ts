import type { Visit } from "./History.ts";
import { addResource, instant } from "./addResource.ts";
import { concept, cvx } from "./codings.ts";
import { staffReference } from "./staffReference.ts";
import { minutesAfter } from "./times.ts";

const vaccines = {
  hepatitisB: concept("Hepatitis B", cvx("08", "Hep B, adolescent or pediatric")),
  rotavirus: concept("Rotavirus", cvx("119", "rotavirus, monovalent")),
  diphtheriaTetanusPertussis: concept("Diphtheria, tetanus, whooping cough", cvx("20", "DTaP")),
  haemophilus: concept("Haemophilus influenzae b", cvx("49", "Hib (PRP-OMP)")),
  pneumococcus: concept("Pneumococcus", cvx("133", "Pneumococcal conjugate PCV 13")),
  polio: concept("Polio", cvx("10", "IPV")),
  measlesMumpsRubella: concept("Measles, mumps, rubella", cvx("03", "MMR")),
  varicella: concept("Chickenpox", cvx("21", "varicella")),
  hepatitisA: concept("Hepatitis A", cvx("83", "Hep A, ped/adol, 2 dose")),
  influenza: concept("Influenza", cvx("140", "Influenza, seasonal, injectable, preservative free")),
  tetanusBooster: concept("Tetanus, diphtheria, whooping cough", cvx("115", "Tdap")),
  pneumococcusOfAdults: concept("Pneumococcus", cvx("33", "pneumococcal polysaccharide vaccine, 23 valent")),
};

export type VaccineName = keyof typeof vaccines;

/** One dose; the number where it is one of a series. Influenza is left out in spring and summer. */
export function vaccinate(visit: Visit, vaccine: VaccineName, doseNumber?: number): void {
  const { history, by, reference } = visit;
  const at = minutesAfter(visit.at, 18);
  const { random } = history;
  if (vaccine === "influenza" && at.getUTCMonth() >= 2 && at.getUTCMonth() < 8) return;
  const resource = {
    resourceType: "Immunization",
    status: "completed",
    vaccineCode: vaccines[vaccine],
    patient: history.patient,
    encounter: reference,
    occurrenceDateTime: instant(at),
    primarySource: true,
    lotNumber: `SAMPLE-${random.whole(1000, 10_000)}`,
    performer: [{ actor: staffReference(history, by) }],
    ...(doseNumber !== undefined && { protocolApplied: [{ doseNumberPositiveInt: doseNumber }] }),
  };
  addResource(history, { resource, at });
}
