import type { History, Reference, Visit } from "../History.ts";
import { askAboutSmoking } from "../askAboutSmoking.ts";
import { beginVisit } from "../beginVisit.ts";
import { concept, loinc, snomed } from "../codings.ts";
import { conditions } from "../conditions.ts";
import { diagnose } from "../diagnose.ts";
import { estimatedFiltration } from "../estimatedFiltration.ts";
import { imageOf } from "../imageOf.ts";
import { measure } from "../measure.ts";
import { medicines } from "../medicines.ts";
import { observe } from "../observe.ts";
import { perform } from "../perform.ts";
import { prescribe } from "../prescribe.ts";
import { reportLaboratory } from "../reportLaboratory.ts";
import { daysAfter, yearsBetween } from "../times.ts";
import { vaccinate } from "../vaccinate.ts";
import { writeNote } from "../writeNote.ts";

/** One visit a row, about eight months apart; the first finds the diabetes, the last was some weeks ago. */
const course = [
  { hba1c: 8.9, pressure: [158, 96], weight: 98.4, height: 174, lipids: [238, 212, 37], kidneys: [0.94, 14] },
  { hba1c: 7.8, pressure: [148, 90], weight: 96.1 },
  { hba1c: 7.1, pressure: [138, 86], weight: 93.8, lipids: [171, 158, 41] },
  { hba1c: 7.0, pressure: [136, 84], weight: 93.2 },
  { hba1c: 7.7, pressure: [144, 88], weight: 95.0, kidneys: [1.02, 33] },
  { hba1c: 8.1, pressure: [146, 88], weight: 95.6, kidneys: [1.05, 41] },
  { hba1c: 7.2, pressure: [134, 82], weight: 91.9, lipids: [159, 139, 44], kidneys: [1.09, 36] },
  { hba1c: 6.9, pressure: [128, 78], weight: 90.7, kidneys: [1.08, 27] },
] as const;

/** Type 2 diabetes with high blood pressure over five years: found late, treated, slipping, and caught again. */
export function diabetes(history: History): void {
  const { today, random } = history;
  const prescriptions = new Map<string, Reference>();
  let day = daysAfter(today, -random.whole(30, 60) - 230 * (course.length - 1));
  for (const [at, row] of course.entries()) {
    const isFirst = at === 0;
    const reason = isFirst ? tiredness : conditions.diabetes;
    const kind = isFirst ? "symptom" : "followUp";
    // Before breakfast, for the sake of the sugar.
    const visit = beginVisit(history, { on: day, at: { hour: 13, minute: 15 }, kind, by: "familyDoctor", reason });
    measureAndTest(visit, row);
    whatHappened[at]?.(visit, prescriptions);
    day = daysAfter(day, 230 + random.whole(-5, 6));
  }
  seeCardiologist(history);
}

const tiredness = concept("Tiredness and thirst");

type Row = {
  hba1c: number;
  pressure: readonly [number, number];
  weight: number;
  height?: number;
  /** Cholesterol, triglycerides, HDL. */
  lipids?: readonly [number, number, number];
  /** Creatinine in blood, albumin in urine. */
  kidneys?: readonly [number, number];
};

function measureAndTest(visit: Visit, { hba1c, pressure, weight, height, lipids, kidneys }: Row): void {
  const { random, person } = visit.history;
  const off = random.between(-2, 2);
  measure(visit, {
    pressure: [pressure[0] + off, pressure[1] + off],
    weight: weight + random.between(-0.5, 0.5),
    ...(height !== undefined && { height }),
  });
  // What HbA1c means on average, which mornings before breakfast are below.
  const glucose = 28.7 * hba1c - 46.7 - random.between(20, 35);
  const sugar = { hba1c: hba1c + random.between(-0.1, 0.1), glucose };
  if (kidneys === undefined) reportLaboratory(visit, { name: "Blood sugar", values: sugar });
  else {
    const [creatinine, albuminRatio] = kidneys;
    const filtration = estimatedFiltration(person, creatinine, visit.at);
    const values = { ...sugar, creatinine, filtration, potassium: random.between(4.1, 4.7), albuminRatio };
    reportLaboratory(visit, { name: "Blood sugar and kidneys", values });
  }
  if (lipids === undefined) return;
  const [cholesterol, triglycerides, hdl] = lipids;
  const ldl = cholesterol - hdl - triglycerides / 5;
  const code = loinc("24331-1", "Lipid 1996 panel - Serum or Plasma");
  reportLaboratory(visit, { name: "Blood lipids", code, values: { cholesterol, triglycerides, hdl, ldl } });
}

type Prescriptions = Map<string, Reference>;

/** Besides measuring, by visit. */
const whatHappened: readonly ((visit: Visit, prescriptions: Prescriptions) => void)[] = [
  (visit, given) => {
    for (const condition of [conditions.diabetes, conditions.hypertension, conditions.hyperlipidaemia]) {
      diagnose(visit, { condition, isLasting: true });
    }
    askAboutSmoking(visit, "former");
    given.set("metformin", prescribe(visit, { ...metforminLow, status: "stopped" }));
    given.set("lisinopril", prescribe(visit, { ...lisinoprilLow, status: "stopped" }));
    prescribe(visit, { medicine: medicines.atorvastatin, dose: "1 tablet in the evening", timesADay: 1 });
    writeNote(visit, {
      title: "Progress note",
      kind: loinc("11506-3", "Progress note"),
      after: 240,
      text:
        "Tired, thirsty and up at night for two months. HbA1c and fasting sugar far above range: type 2 diabetes. " +
        "Blood pressure raised as it was at home. Began metformin, lisinopril and atorvastatin; diet and walking " +
        "discussed, diabetes class booked. Eyes and feet to be looked at.",
    });
  },
  (visit, given) => {
    prescribe(visit, { ...metforminHigh, replaces: given.get("metformin")! });
    lookAtFeet(visit, "Pulses felt, monofilament felt at all ten places, skin whole.");
  },
  (visit) => {
    lookAtEyes(visit, "No diabetic change in either eye.");
    vaccinate(visit, "pneumococcusOfAdults");
  },
  (visit) => vaccinate(visit, "influenza"),
  (visit, given) => {
    prescribe(visit, { ...lisinoprilHigh, replaces: given.get("lisinopril")! });
    lookAtFeet(visit, "Pulses felt; monofilament not felt at one place under the right big toe.");
  },
  (visit) => {
    prescribe(visit, { medicine: medicines.empagliflozin, dose: "1 tablet in the morning", timesADay: 1 });
    writeNote(visit, {
      title: "Progress note",
      kind: loinc("11506-3", "Progress note"),
      text:
        "Sugar has crept up over a year of night shifts; tablets taken. Albumin in urine above range twice. Added " +
        "empagliflozin for sugar and kidneys, told about drinking enough and stopping it when ill.",
    });
  },
  (visit) => {
    lookAtEyes(visit, "A few microaneurysms in the right eye, none in the left. Macula clear in both.");
    diagnose(visit, { condition: conditions.retinopathy, isLasting: true });
    vaccinate(visit, "influenza");
  },
  (visit) => lookAtFeet(visit, "Unchanged from the last examination. Shoes fit well."),
];

const metforminLow = { medicine: medicines.metformin500, dose: "1 tablet twice a day with meals", timesADay: 2 };
const metforminHigh = { medicine: medicines.metformin1000, dose: "1 tablet twice a day with meals", timesADay: 2 };
const lisinoprilLow = { medicine: medicines.lisinopril10, dose: "1 tablet in the morning", timesADay: 1 };
const lisinoprilHigh = { medicine: medicines.lisinopril20, dose: "1 tablet in the morning", timesADay: 1 };

function lookAtFeet(visit: Visit, outcome: string): void {
  const procedure = concept("Examination of the feet", snomed("401191002", "Diabetic foot examination"));
  perform(visit, { procedure, reason: conditions.diabetes, outcome });
}

function lookAtEyes(visit: Visit, conclusion: string): void {
  const examination = concept("Pictures of the retina", snomed("134395001", "Diabetic retinopathy screening"));
  imageOf(visit, { modality: "photograph", examination, conclusion });
}

/** Once, when blood pressure would not come down. */
function seeCardiologist(history: History): void {
  const visit = beginVisit(history, {
    on: daysAfter(history.today, -430),
    kind: "followUp",
    by: "cardiologist",
    minutes: 40,
    reason: conditions.hypertension,
  });
  const age = Math.floor(yearsBetween(new Date(`${history.person.birthDate}T00:00:00Z`), visit.at));
  measure(visit, { pressure: [149, 89], pulse: 76 });
  observe(visit, {
    kind: "exam",
    what: concept("Heart rhythm", loinc("8884-9", "Heart rate rhythm")),
    value: "Regular, sinus rhythm",
  });
  prescribe(visit, { medicine: medicines.amlodipine, dose: "1 tablet in the morning", timesADay: 1 });
  writeNote(visit, {
    title: "Consultation note",
    kind: loinc("11488-4", "Consult note"),
    text:
      `${age} years old, no chest pain, climbs three floors. Electrocardiogram normal. Blood pressure above target on ` +
      "lisinopril 20 mg: added amlodipine 5 mg. Target below 130/80. Back to the family doctor.",
  });
}
