import type { History, Visit } from "../History.ts";
import { beginVisit } from "../beginVisit.ts";
import { concept, loinc, snomed } from "../codings.ts";
import { conditions } from "../conditions.ts";
import { diagnose } from "../diagnose.ts";
import { imageOf } from "../imageOf.ts";
import { measure } from "../measure.ts";
import { medicines } from "../medicines.ts";
import { observe } from "../observe.ts";
import { perform } from "../perform.ts";
import { prescribe } from "../prescribe.ts";
import { reportLaboratory } from "../reportLaboratory.ts";
import { daysAfter } from "../times.ts";
import { writeNote } from "../writeNote.ts";
import { writeReport } from "../writeReport.ts";

/** A night in the emergency department, an operation in the morning, home the day after, well again in two weeks. */
export function appendicitis(history: History): void {
  const on = daysAfter(history.today, -410);
  const night = beginVisit(history, {
    on,
    at: { hour: 7, minute: 20 },
    kind: "emergency",
    by: "hospital",
    minutes: 290,
    reason: concept("Pain in the belly", snomed("21522001", "Abdominal pain")),
  });
  examine(night);
  const stay = beginVisit(history, {
    on,
    at: { hour: 12, minute: 20 },
    kind: "hospitalStay",
    by: "hospital",
    minutes: 1800,
    reason: conditions.appendicitis,
  });
  operate(stay);
  const followUp = beginVisit(history, {
    on: daysAfter(on, 14),
    kind: "followUp",
    by: "familyDoctor",
    reason: conditions.afterAppendectomy,
  });
  measure(followUp, { pressure: [119, 74], pulse: 66, temperature: 36.6 });
  diagnose(followUp, { condition: conditions.afterAppendectomy, isLasting: true });
  writeNote(followUp, {
    title: "Progress note",
    kind: progressNote,
    text: "Two weeks after laparoscopic appendectomy. Wounds dry, eats and sleeps well. Sport again in four weeks.",
  });
}

function examine(visit: Visit): void {
  const { random } = visit.history;
  measure(visit, { pressure: [132, 82], pulse: 104, temperature: 38.1, breathing: 18, saturation: 98 });
  const what = concept("Pain from 0 to 10", loinc("72514-3", "Pain severity - 0-10 verbal numeric rating - Reported"));
  observe(visit, { kind: "survey", what, value: { number: 7, unit: "{score}" } });
  const leukocytes = random.between(13.8, 16.2);
  reportLaboratory(visit, {
    name: "Emergency blood tests",
    values: {
      haemoglobin: 15.1,
      leukocytes,
      neutrophils: leukocytes * 0.84,
      platelets: 268,
      crp: random.between(48, 74),
      creatinine: 0.98,
      potassium: 4.1,
    },
  });
  imageOf(visit, {
    modality: "ultrasound",
    examination: concept("Ultrasound of the belly", loinc("24558-9", "US Abdomen")),
    bodySite: snomed("66754008", "Appendix structure"),
    after: 95,
    conclusion: "Appendix 10 mm wide, does not give way to pressure, fat around it bright. No free fluid, no abscess.",
  });
  diagnose(visit, { condition: conditions.appendicitis, ended: daysAfter(visit.at, 14) });
  writeNote(visit, {
    title: "Emergency note",
    kind: loinc("34117-2", "History and physical note"),
    after: 130,
    text:
      "Pain began around the navel yesterday evening and moved to the right lower side; vomited once. Tender there with " +
      "guarding. Not allergic to anything. Surgeon called, to be operated in the morning.",
  });
}

function operate(stay: Visit): void {
  measure(stay, { pressure: [124, 76], pulse: 88, temperature: 37.6, saturation: 99 });
  perform(stay, {
    procedure: concept("Removal of the appendix by keyhole surgery", snomed("6025007", "Laparoscopic appendectomy")),
    after: 70,
    minutes: 48,
    bodySite: concept("Appendix", snomed("66754008", "Appendix structure")),
    reason: conditions.appendicitis,
    outcome: "Appendix inflamed, not perforated. No complication.",
  });
  reportLaboratory(stay, {
    name: "Pathology of the appendix",
    code: loinc("11526-1", "Pathology study"),
    after: 120,
    conclusion: "Acute phlegmonous appendicitis. No perforation, no tumour.",
  });
  prescribe(stay, { ...painkiller(medicines.ibuprofen, "2 tablets up to three times a day with food"), timesADay: 3 });
  prescribe(stay, { ...painkiller(medicines.acetaminophen, "2 tablets up to four times a day"), timesADay: 4 });
  writeReport(stay, {
    title: "Discharge summary",
    kind: loinc("18842-5", "Discharge summary"),
    after: 1740,
    sections: [
      { title: "Diagnosis", text: "Acute appendicitis without perforation." },
      { title: "What was done", text: "Laparoscopic appendectomy under general anaesthesia, 48 minutes." },
      { title: "Course", text: "Fever gone on the first day; ate in the evening. Home the day after the operation." },
      { title: "To do", text: "Painkillers as needed, no lifting for four weeks, family doctor in two weeks." },
    ],
  });
}

function painkiller(medicine: (typeof medicines)["ibuprofen"], dose: string) {
  return { medicine, dose, isAsNeeded: true, after: 1740, status: "completed" as const };
}

const progressNote = loinc("11506-3", "Progress note");
