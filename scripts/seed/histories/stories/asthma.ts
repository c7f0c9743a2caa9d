import type { History, Visit } from "../History.ts";
import { beginVisit } from "../beginVisit.ts";
import { concept, loinc, snomed } from "../codings.ts";
import { conditions } from "../conditions.ts";
import { diagnose } from "../diagnose.ts";
import { imageOf } from "../imageOf.ts";
import { measure } from "../measure.ts";
import { medicines } from "../medicines.ts";
import { observe } from "../observe.ts";
import { prescribe } from "../prescribe.ts";
import { recordAllergy } from "../recordAllergy.ts";
import { reportLaboratory } from "../reportLaboratory.ts";
import { daysAfter } from "../times.ts";
import { vaccinate } from "../vaccinate.ts";
import { writeNote } from "../writeNote.ts";

/** Asthma and allergies of a young adult: found, treated, one night in the emergency department, better since. */
export function asthma(history: History): void {
  const ago = (days: number) => daysAfter(history.today, -days);
  findOut(visitFor(history, ago(1030), "symptom"));
  comeAgain(visitFor(history, ago(860), "followUp"), { litres: 3.25, shareOut: 82 });
  haveAttack(history, ago(325));
  const after = visitFor(history, ago(316), "followUp");
  prescribe(after, { ...inhaled, dose: "2 puffs twice a day, mouth rinsed afterwards", timesADay: 2 });
  breathe(after, { litres: 2.95, shareOut: 76 });
  comeAgain(visitFor(history, ago(history.random.whole(60, 75)), "followUp"), { litres: 3.35, shareOut: 84 });
}

const inhaled = { medicine: medicines.fluticasone, reason: conditions.asthma };

function visitFor(history: History, on: Date, kind: "symptom" | "followUp"): Visit {
  const reason = kind === "symptom" ? concept("Cough at night") : conditions.asthma;
  return beginVisit(history, { on, kind, by: "familyDoctor", minutes: 30, reason });
}

function findOut(visit: Visit): void {
  measure(visit, { pressure: [112, 70], pulse: 74, saturation: 98, breathing: 15 });
  breathe(visit, { litres: 2.75, shareOut: 71 });
  reportLaboratory(visit, {
    name: "Antibodies of allergy",
    values: { peanutAntibodies: 14.2, miteAntibodies: 3.8, oakAntibodies: 5.1 },
    conclusion: "Sensitised to peanut (high), oak pollen and dust mite.",
  });
  diagnose(visit, { condition: conditions.asthma, isLasting: true });
  diagnose(visit, { condition: conditions.pollenAllergy, isLasting: true });
  recordAllergy(visit, {
    to: concept("Peanuts", snomed("91935009", "Allergy to peanuts")),
    kind: "food",
    criticality: "high",
    reaction: concept("Hives and swelling", snomed("126485001", "Urticaria")),
  });
  recordAllergy(visit, {
    to: concept("House dust mite", snomed("232350006", "House dust mite allergy")),
    kind: "environment",
    criticality: "low",
    reaction: concept("Sneezing", snomed("76067001", "Sneezing")),
  });
  prescribe(visit, {
    ...inhaled,
    dose: "1 puff twice a day, mouth rinsed afterwards",
    timesADay: 2,
    status: "stopped",
  });
  prescribe(visit, { medicine: medicines.albuterol, dose: "2 puffs when breath is short", isAsNeeded: true });
  prescribe(visit, {
    medicine: medicines.epinephrine,
    dose: "Into the thigh when a reaction is severe",
    isAsNeeded: true,
  });
  prescribe(visit, { medicine: medicines.cetirizine, dose: "1 tablet a day in the pollen season", timesADay: 1 });
}

type Breath = { litres: number; shareOut: number };

/** Forced breath of one second, and which share of all breath that is. */
function breathe(visit: Visit, { litres, shareOut }: Breath): void {
  const measured = { kind: "procedure" as const };
  observe(visit, {
    ...measured,
    what: concept("Breath of one second (FEV1)", loinc("20150-9", "FEV1")),
    value: { number: litres, unit: "L" },
  });
  observe(visit, {
    ...measured,
    what: concept("FEV1 of forced vital capacity", loinc("19926-5", "FEV1/FVC")),
    value: { number: shareOut, unit: "%" },
  });
}

function comeAgain(visit: Visit, breath: Breath): void {
  measure(visit, { pulse: 70, saturation: 99, breathing: 14 });
  breathe(visit, breath);
  vaccinate(visit, "influenza");
  writeNote(visit, {
    title: "Progress note",
    kind: progressNote,
    text: "Uses the reliever less than once a week, sleeps through, plays football. Technique of inhaling is right.",
  });
}

function haveAttack(history: History, on: Date): void {
  const visit = beginVisit(history, {
    on,
    at: { hour: 6, minute: 45 },
    kind: "emergency",
    by: "hospital",
    minutes: 320,
    reason: conditions.asthmaAttack,
  });
  measure(visit, { pressure: [128, 78], pulse: 118, breathing: 28, saturation: 92, temperature: 37.2 });
  imageOf(visit, {
    modality: "radiograph",
    examination: concept("Radiograph of the chest", loinc("36643-5", "XR Chest 2 Views")),
    bodySite: snomed("51185008", "Thoracic structure"),
    conclusion: "Lungs rather full of air. No pneumonia, no collapsed lung. Heart of normal size.",
  });
  reportLaboratory(visit, {
    name: "Emergency blood tests",
    values: { leukocytes: 9.8, haemoglobin: 13.4, platelets: 275, crp: 4, potassium: 3.7 },
  });
  diagnose(visit, { condition: conditions.asthmaAttack, ended: daysAfter(visit.at, 9) });
  const dose = "8 tablets in the morning for five days";
  prescribe(visit, { medicine: medicines.prednisone, dose, timesADay: 1, status: "completed" });
  writeNote(visit, {
    title: "Emergency note",
    kind: loinc("34117-2", "History and physical note"),
    after: 300,
    text:
      "Had a cold for three days and had left out the inhaler for weeks. Wheeze on both sides, speaks in half sentences. " +
      "Three nebulised doses of albuterol, prednisone; after four hours saturation 97 %, walks about. Home.",
  });
}

const progressNote = loinc("11506-3", "Progress note");
