import type { History, Reference, Visit } from "../History.ts";
import { beginVisit } from "../beginVisit.ts";
import { concept, loinc } from "../codings.ts";
import { conditions } from "../conditions.ts";
import { diagnose } from "../diagnose.ts";
import { medicines } from "../medicines.ts";
import { measure } from "../measure.ts";
import { observe } from "../observe.ts";
import { prescribe } from "../prescribe.ts";
import { reportLaboratory } from "../reportLaboratory.ts";
import { daysAfter } from "../times.ts";
import { writeNote } from "../writeNote.ts";

/** Days after the first visit to the psychiatrist, and the scores of both questionnaires. */
const course = [
  { day: 0, phq9: 18, gad7: 13 },
  { day: 21, phq9: 16, gad7: 12 },
  { day: 49, phq9: 12, gad7: 9 },
  { day: 91, phq9: 9, gad7: 6 },
  { day: 161, phq9: 6, gad7: 4 },
  { day: 245, phq9: 4, gad7: 3 },
] as const;

/** A first moderate episode: found by the family doctor, treated by a psychiatrist with talk and a medicine. */
export function depression(history: History): void {
  const start = daysAfter(history.today, -history.random.whole(280, 300));
  beFound(history, daysAfter(start, -12));
  const given: { sertraline?: Reference } = {};
  for (const [at, { day, phq9, gad7 }] of course.entries()) {
    const visit = beginVisit(history, {
      on: daysAfter(start, day),
      kind: at === 0 ? "psychiatry" : "psychotherapy",
      by: "psychiatrist",
      minutes: at === 0 ? 75 : 50,
      reason: conditions.depression,
    });
    ask(visit, { phq9, gad7 });
    whatHappened[at]!(visit, given);
  }
}

/** The body is asked first: a sleepy thyroid or too little iron feel much the same. */
function beFound(history: History, on: Date): void {
  const reason = concept("Tiredness, poor sleep");
  const visit = beginVisit(history, { on, kind: "symptom", by: "familyDoctor", minutes: 30, reason });
  measure(visit, { pressure: [118, 74], pulse: 72 });
  ask(visit, { phq9: 17 });
  reportLaboratory(visit, {
    name: "Blood tests for tiredness",
    values: { haemoglobin: 13.1, leukocytes: 6.4, platelets: 251, tsh: 1.9, ferritin: 58 },
    conclusion: "No sign of anaemia, lack of iron or a thyroid disorder.",
  });
}

function ask(visit: Visit, { phq9, gad7 }: { phq9: number; gad7?: number }): void {
  const depressed = concept("PHQ-9 score", loinc("44261-6", "Patient Health Questionnaire 9 item total score"));
  observe(visit, { kind: "survey", what: depressed, value: { number: phq9, unit: "{score}" }, note: severity(phq9) });
  if (gad7 === undefined) return;
  const anxious = concept("GAD-7 score", loinc("70274-6", "Generalized anxiety disorder 7 item total score"));
  observe(visit, { kind: "survey", what: anxious, value: { number: gad7, unit: "{score}" } });
}

function severity(phq9: number): string {
  const names = ["Minimal", "Mild", "Moderate", "Moderately severe", "Severe"];
  return `${names[Math.min(4, Math.floor(phq9 / 5))]} (0 to 27).`;
}

const whatHappened: readonly ((visit: Visit, given: { sertraline?: Reference }) => void)[] = [
  (visit, given) => {
    diagnose(visit, { condition: conditions.depression, isLasting: true });
    const dose = "1 tablet in the morning";
    given.sertraline = prescribe(visit, { medicine: medicines.sertraline, dose, timesADay: 1, status: "stopped" });
    note(
      visit,
      "Low and without interest since her father's death last year, wakes at four, eats little. No thoughts of harming " +
        "herself. Works half days. Agreed on sertraline and weekly talks; what to do in a crisis is written down.",
    );
  },
  (visit, given) => {
    const { sertraline: replaces } = given;
    const dose = "2 tablets in the morning";
    prescribe(visit, { medicine: medicines.sertraline, dose, timesADay: 1, ...(replaces && { replaces }) });
    note(visit, "Sleeps a little better, mood unchanged. Some nausea in the first week, gone. Dose raised to 100 mg.");
  },
  (visit) => note(visit, "Met a friend twice. Keeps a list of things that were good. Grief can be talked about."),
  (visit) => note(visit, "Works full days again. Sleeps through. We meet every other week now."),
  (visit) => note(visit, "Hikes on Sundays. Two bad days around the anniversary, managed with the plan."),
  (visit) => note(visit, "Well for three months. Sertraline to be kept for half a year more, then slowly less."),
];

function note(visit: Visit, text: string): void {
  const kind = loinc("34904-3", "Mental health Progress note");
  writeNote(visit, { title: "Progress note, psychiatry", kind, text, after: 45 });
}
