import type { History, Visit } from "../History.ts";
import { beginVisit } from "../beginVisit.ts";
import { concept, loinc } from "../codings.ts";
import { conditions } from "../conditions.ts";
import { diagnose } from "../diagnose.ts";
import { measure } from "../measure.ts";
import { medicines } from "../medicines.ts";
import { observe } from "../observe.ts";
import { prescribe } from "../prescribe.ts";
import { reportLaboratory } from "../reportLaboratory.ts";
import { daysAfter, monthsAfter } from "../times.ts";
import { type VaccineName, vaccinate } from "../vaccinate.ts";
import { writeNote } from "../writeNote.ts";

type Row = {
  /** Age in months. */
  age: number;
  weight: number;
  height: number;
  head?: number;
  /** Which dose of which vaccine. */
  vaccines: readonly (readonly [VaccineName, number])[];
};

/** Examinations of a child that grows along the middle, with the vaccines that are due in Massachusetts. */
const course: readonly Row[] = [
  { age: 1, weight: 4.5, height: 54.7, head: 37.3, vaccines: [["hepatitisB", 2]] },
  { age: 2, weight: 5.6, height: 58.4, head: 39.1, vaccines: infancy(1) },
  { age: 4, weight: 7.0, height: 63.9, head: 41.6, vaccines: infancy(2) },
  {
    age: 6,
    weight: 7.9,
    height: 67.6,
    head: 43.3,
    vaccines: [
      ["diphtheriaTetanusPertussis", 3],
      ["pneumococcus", 3],
      ["polio", 3],
      ["hepatitisB", 3],
    ],
  },
  {
    age: 12,
    weight: 9.6,
    height: 75.7,
    head: 46.1,
    vaccines: [
      ["measlesMumpsRubella", 1],
      ["varicella", 1],
      ["hepatitisA", 1],
      ["haemophilus", 3],
    ],
  },
  {
    age: 15,
    weight: 10.3,
    height: 79.1,
    head: 46.8,
    vaccines: [
      ["diphtheriaTetanusPertussis", 4],
      ["pneumococcus", 4],
    ],
  },
  { age: 18, weight: 10.9, height: 82.3, head: 47.4, vaccines: [["hepatitisA", 2]] },
  { age: 24, weight: 12.2, height: 87.1, head: 48.3, vaccines: [] },
  { age: 36, weight: 14.3, height: 96.1, vaccines: [] },
  {
    age: 49,
    weight: 16.4,
    height: 103.6,
    vaccines: [
      ["diphtheriaTetanusPertussis", 5],
      ["polio", 4],
      ["measlesMumpsRubella", 2],
      ["varicella", 2],
    ],
  },
  { age: 61, weight: 18.5, height: 110.3, vaccines: [] },
];

function infancy(dose: number): Row["vaccines"] {
  return [
    ["rotavirus", dose],
    ["diphtheriaTetanusPertussis", dose],
    ["haemophilus", dose],
    ["pneumococcus", dose],
    ["polio", dose],
  ];
}

/** As far as the child has come: examinations, vaccines, and two ears that hurt. */
export function childhood(history: History): void {
  const { person, today, random } = history;
  const born = new Date(`${person.birthDate}T00:00:00Z`);
  beBorn(history, born);
  const size = random.between(0.98, 1.03);
  // A day of the month that lets every dose be late enough after the one before.
  const comeAt = (age: number) => daysAfter(monthsAfter(born, age), 5);
  for (const row of course.filter(({ age }) => comeAt(age) < daysAfter(today, -3))) {
    beExamined(history, comeAt(row.age), { ...row, weight: row.weight * size ** 2, height: row.height * size });
  }
  for (const { age, condition, weight } of earaches) {
    const on = daysAfter(comeAt(age), random.whole(0, 20));
    if (on < daysAfter(today, -3)) haveEarache(history, on, { condition, weight: weight * size ** 2 });
  }
}

function beBorn(history: History, born: Date): void {
  const stay = beginVisit(history, {
    on: born,
    at: { hour: 9, minute: 12 },
    kind: "hospitalStay",
    by: "hospital",
    minutes: 2 * 1440,
    reason: concept("Newborn"),
  });
  measure(stay, { weight: 3.3, height: 50, headCircumference: 34.5, pulse: 138, breathing: 44, temperature: 36.8 });
  const apgar = (code: string, minutes: number, number: number) => {
    const what = concept(`Apgar score after ${minutes} min`, loinc(code, `${minutes} minute Apgar Score`));
    observe(stay, { kind: "exam", what, value: { number, unit: "{score}" } });
  };
  apgar("9272-6", 1, 8);
  apgar("9274-2", 5, 9);
  vaccinate(stay, "hepatitisB", 1);
}

function beExamined(history: History, on: Date, { age, weight, height, head, vaccines }: Row): void {
  const reason = conditions.childExamination;
  const visit = beginVisit(history, { on, kind: "childCheckUp", by: "familyDoctor", minutes: 30, reason });
  measure(visit, {
    weight: weight + history.random.between(-0.1, 0.1),
    height,
    ...(head !== undefined && { headCircumference: head }),
    ...(age >= 36 && { pressure: [94 + age / 20, 56 + age / 20], pulse: 96 }),
  });
  for (const [vaccine, dose] of vaccines) vaccinate(visit, vaccine, dose);
  if (age === 12 || age === 24) reportLaboratory(visit, { name: "Lead", values: { lead: age === 12 ? 1.4 : 1.1 } });
  const found = milestones[age];
  if (found !== undefined) note(visit, "Note of the examination", found);
}

const milestones: Record<number, string> = {
  12: "Walks along furniture, says two words, waves. Eats what the family eats. No worries.",
  24: "Runs, puts two words together, points at pictures. Teeth clean. No worries.",
  49: "Hops, draws a face, tells what happened yesterday. Sees and hears well. Fit for kindergarten.",
};

const earaches = [
  { age: 20, condition: conditions.otitisRight, weight: 11.3 },
  { age: 35, condition: conditions.otitisLeft, weight: 14.1 },
];

function haveEarache(history: History, on: Date, ill: Omit<(typeof earaches)[number], "age">): void {
  const { condition, weight } = ill;
  const visit = beginVisit(history, { on, kind: "symptom", by: "familyDoctor", reason: concept("Earache and fever") });
  measure(visit, { temperature: history.random.between(38.3, 39.1), weight, pulse: 128 });
  diagnose(visit, { condition, ended: daysAfter(visit.at, 10) });
  prescribe(visit, {
    medicine: medicines.amoxicillin,
    // 90 mg a kilogram and day in two doses, as paediatricians dose ears.
    dose: `${(Math.round((weight * 90) / 2 / 80 / 0.5) * 0.5).toFixed(1)} mL twice a day for ten days`,
    timesADay: 2,
    status: "completed",
    reason: condition,
  });
  note(
    visit,
    "Note of the visit",
    "Pulled at the ear all night. Ear drum red and bulging. Drinks well, no stiff neck.",
  );
}

function note(visit: Visit, title: string, text: string): void {
  writeNote(visit, { title, kind: loinc("11506-3", "Progress note"), text });
}
