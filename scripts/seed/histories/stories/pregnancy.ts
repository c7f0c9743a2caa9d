import type { History, Visit } from "../History.ts";
import { day } from "../addResource.ts";
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
import { recordAllergy } from "../recordAllergy.ts";
import { type Finding, negative, positive, reportLaboratory } from "../reportLaboratory.ts";
import { daysAfter } from "../times.ts";
import { vaccinate } from "../vaccinate.ts";
import { writeNote } from "../writeNote.ts";
import { writeReport } from "../writeReport.ts";

/** So that what only an obstetrician would read as pregnancy is kept with it. */
const labels = ["PREGNANT"];

/** A second pregnancy without trouble but for too little iron; the child came five months ago. */
export function pregnancy(history: History): void {
  const birthDay = daysAfter(history.today, -history.random.whole(145, 160));
  const lastPeriod = daysAfter(birthDay, -277);
  const inWeek = (week: number) => daysAfter(lastPeriod, 7 * week + 2);

  const first = beginVisit(history, {
    on: inWeek(8),
    kind: "firstPrenatal",
    by: "familyDoctor",
    minutes: 45,
    reason: conditions.firstTrimester,
  });
  begin(first, lastPeriod);
  diagnose(first, { condition: conditions.normalPregnancy, isLasting: true, ended: birthDay });
  for (const row of course) visitInWeek(history, inWeek(row.week), row);
  giveBirth(history, birthDay);
  comeAfterBirth(history, daysAfter(birthDay, 42));
}

function begin(visit: Visit, lastPeriod: Date): void {
  const { history } = visit;
  recordAllergy(visit, {
    to: concept("Penicillin", snomed("91936005", "Allergy to penicillin")),
    kind: "medication",
    criticality: "low",
    reaction: concept("Rash", snomed("271807003", "Eruption of skin")),
  });
  const expected = daysAfter(lastPeriod, 280);
  const what = concept("Expected day of delivery", loinc("11778-8", "Delivery date Estimated"));
  observe(visit, { kind: "exam", what, value: { date: day(expected) }, note: "By the last period." });
  measure(visit, { pressure: [112, 70], pulse: 74, ...history.body });
  reportLaboratory(visit, {
    name: "First tests of a pregnancy",
    values: bloodCount(12.6),
    findings: screening,
    labels,
  });
}

const course = [
  { week: 12, gain: 0.6, pressure: [110, 68] },
  { week: 20, gain: 3.9, pressure: [108, 66], height: 20, heart: 146 },
  { week: 26, gain: 6.8, pressure: [112, 68], height: 26, heart: 144 },
  { week: 32, gain: 9.7, pressure: [116, 72], height: 31, heart: 140 },
  { week: 36, gain: 11.5, pressure: [118, 74], height: 35, heart: 138 },
  { week: 38, gain: 12.4, pressure: [120, 76], height: 37, heart: 136 },
] as const;

type Row = {
  week: number;
  /** In kilograms. */
  gain: number;
  pressure: readonly [number, number];
  /** Of the uterus, in centimetres. */
  height?: number;
  /** The child's, beats a minute. */
  heart?: number;
};

function visitInWeek(history: History, on: Date, { week, gain, pressure, height, heart }: Row): void {
  const reason = conditions.normalPregnancy;
  const visit = beginVisit(history, { on, kind: "prenatal", by: "familyDoctor", reason });
  const off = history.random.between(-2, 2);
  measure(visit, { pressure: [pressure[0] + off, pressure[1] + off], weight: history.body.weight + gain + off / 5 });
  if (height !== undefined) {
    const what = concept("Height of the uterus", loinc("11881-0", "Uterus Fundal height Tape measure"));
    observe(visit, { kind: "exam", what, value: { number: height, unit: "cm" }, labels });
  }
  if (heart !== undefined) {
    const what = concept("The child's heart", loinc("55283-6", "Fetal Heart rate"));
    observe(visit, { kind: "exam", what, value: { number: heart, unit: "/min" }, labels });
  }
  besides[week]?.(visit);
}

/** Besides weighing and listening, by week. */
const besides: Record<number, (visit: Visit) => void> = {
  12: (visit) =>
    imageOf(visit, {
      modality: "ultrasound",
      examination: ultrasound(
        "Ultrasound of early pregnancy",
        snomed("169230002", "Ultrasound scan for fetal viability"),
      ),
      conclusion: "One living child in the womb; its length, 56 mm, fits 12 weeks. Heart beats 158 a minute.",
      labels,
    }),
  20: (visit) =>
    imageOf(visit, {
      modality: "ultrasound",
      examination: ultrasound("Ultrasound of the child's body", snomed("271442007", "Fetal anatomy study")),
      conclusion:
        "Growth as expected for 20 weeks. Heart, brain, spine, kidneys and limbs look normal. Placenta behind, high.",
      labels,
    }),
  26: (visit) => {
    const values = { glucoseLoad: 118, ...bloodCount(10.6), ferritin: 9 };
    reportLaboratory(visit, { name: "Blood sugar and blood count", values, conclusion: "Iron deficiency." });
    const reason = conditions.anaemiaInPregnancy;
    diagnose(visit, { condition: reason, ended: daysAfter(visit.at, 130) });
    prescribe(visit, { medicine: medicines.iron, dose: "1 tablet every other day", status: "completed", reason });
  },
  32: (visit) => vaccinate(visit, "tetanusBooster"),
  36: (visit) => reportLaboratory(visit, { name: "Blood count", values: { ...bloodCount(11.8), ferritin: 24 } }),
};

function giveBirth(history: History, birthDay: Date): void {
  const visit = beginVisit(history, {
    on: birthDay,
    at: { hour: 8, minute: 40 },
    kind: "birth",
    by: "hospital",
    minutes: 2 * 1440 + 600,
    reason: conditions.delivery,
  });
  measure(visit, { pressure: [128, 80], pulse: 92, temperature: 36.9 });
  const procedure = concept("Birth", snomed("66348005", "Childbirth"));
  perform(visit, { procedure, after: 300, minutes: 150, outcome: "A healthy child of 3.42 kg, Apgar 8 and 9." });
  writeReport(visit, {
    title: "Report of the birth",
    kind: loinc("18842-5", "Discharge summary"),
    after: 3400,
    labels,
    sections: [
      {
        title: "Course",
        text: "Came with contractions at 39 weeks. Child born in the morning; small tear, two stitches.",
      },
      { title: "Afterwards", text: "Blood loss 300 mL. Both well; breastfeeding works. Home on the third day." },
    ],
  });
}

function comeAfterBirth(history: History, on: Date): void {
  const reason = conditions.afterBirth;
  const visit = beginVisit(history, { on, kind: "postnatal", by: "familyDoctor", minutes: 30, reason });
  measure(visit, { pressure: [114, 72], weight: history.body.weight + 4.7 });
  reportLaboratory(visit, { name: "Blood count", values: bloodCount(12.3) });
  prescribe(visit, { medicine: medicines.norethindrone, dose: "1 tablet a day, at the same hour", timesADay: 1 });
  writeNote(visit, {
    title: "Note of the postnatal visit",
    kind: loinc("11506-3", "Progress note"),
    text: "Six weeks after birth. Well, sleeps in pieces, mood good. Tear healed. Breastfeeding; pill that permits it.",
    labels,
  });
}

const screening: readonly Finding[] = [
  { test: concept("Blood group", loinc("883-9", "ABO group [Type] in Blood")), result: groupA(), flag: "N" },
  { test: concept("Rhesus factor", loinc("10331-7", "Rh [Type] in Blood")), result: rhesusPositive(), flag: "N" },
  {
    test: concept("Rubella antibodies", loinc("8014-3", "Rubella virus IgG Ab [Presence] in Serum or Plasma")),
    result: positive,
    flag: "POS",
  },
  {
    test: concept("Hepatitis B", loinc("5196-1", "Hepatitis B virus surface Ag [Presence] in Serum or Plasma")),
    result: negative,
    flag: "NEG",
  },
  {
    test: concept("HIV", loinc("56888-1", "HIV 1+2 Ab+HIV1 p24 Ag [Presence] in Serum or Plasma by Immunoassay")),
    result: negative,
    flag: "NEG",
  },
  {
    test: concept("Syphilis", loinc("20507-0", "Reagin Ab [Presence] in Serum by RPR")),
    result: negative,
    flag: "NEG",
  },
];

function groupA() {
  return concept("A", snomed("112144000", "Blood group A"));
}

function rhesusPositive() {
  return concept("Positive", snomed("165747007", "RhD positive"));
}

function ultrasound(name: string, kind: ReturnType<typeof snomed>) {
  return concept(name, loinc("11525-3", "US Pelvis and Fetus for pregnancy"), kind);
}

function bloodCount(haemoglobin: number) {
  return { haemoglobin, leukocytes: 8.1, platelets: 242 };
}
