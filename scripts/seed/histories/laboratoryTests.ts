import type { Subject } from "./History.ts";
import { type Coding, loinc } from "./codings.ts";

type Range = { low?: number; high?: number };

export type LaboratoryTest = {
  code: Coding;
  name: string;
  unit: string;
  digits: number;
  range: (of: Subject) => Range;
};

/** What the sample laboratory measures, with its reference ranges for adults unless told otherwise. */
export const laboratoryTests = {
  hba1c: test("4548-4", "Hemoglobin A1c/Hemoglobin.total in Blood", "HbA1c", "%", 1, { low: 4, high: 5.6 }),
  glucose: test("1558-6", "Fasting glucose [Mass/volume] in Serum or Plasma", "Glucose, fasting", "mg/dL", 0, {
    low: 70,
    high: 99,
  }),
  glucoseLoad: test(
    "1504-0",
    "Glucose [Mass/volume] in Serum or Plasma --1 hour post 50 g glucose PO",
    "Glucose, one hour after 50 g",
    "mg/dL",
    0,
    { high: 139 },
  ),
  cholesterol: test("2093-3", "Cholesterol [Mass/volume] in Serum or Plasma", "Cholesterol", "mg/dL", 0, { high: 199 }),
  triglycerides: test("2571-8", "Triglyceride [Mass/volume] in Serum or Plasma", "Triglycerides", "mg/dL", 0, {
    high: 149,
  }),
  hdl: test("2085-9", "Cholesterol in HDL [Mass/volume] in Serum or Plasma", "HDL cholesterol", "mg/dL", 0, {
    low: 40,
  }),
  ldl: test(
    "13457-7",
    "Cholesterol in LDL [Mass/volume] in Serum or Plasma by calculation",
    "LDL cholesterol",
    "mg/dL",
    0,
    { high: 99 },
  ),
  creatinine: test("2160-0", "Creatinine [Mass/volume] in Serum or Plasma", "Creatinine", "mg/dL", 2, ({ sex }) =>
    sex === "male" ? { low: 0.74, high: 1.35 } : { low: 0.59, high: 1.04 },
  ),
  filtration: test(
    "98979-8",
    "Glomerular filtration rate [Volume Rate/Area] by Creatinine-based formula (CKD-EPI 2021)/1.73 sq M",
    "Estimated filtration rate",
    "mL/min/{1.73_m2}",
    0,
    { low: 60 },
  ),
  albuminRatio: test("14959-1", "Microalbumin/Creatinine [Mass Ratio] in Urine", "Albumin in urine", "mg/g", 0, {
    high: 29,
  }),
  potassium: test("2823-3", "Potassium [Moles/volume] in Serum or Plasma", "Potassium", "mmol/L", 1, {
    low: 3.5,
    high: 5.1,
  }),
  haemoglobin: test("718-7", "Hemoglobin [Mass/volume] in Blood", "Haemoglobin", "g/dL", 1, haemoglobinRange),
  leukocytes: test("6690-2", "Leukocytes [#/volume] in Blood by Automated count", "White cells", "10*3/uL", 1, {
    low: 4.5,
    high: 11,
  }),
  neutrophils: test("751-8", "Neutrophils [#/volume] in Blood by Automated count", "Neutrophils", "10*3/uL", 1, {
    low: 1.8,
    high: 7.7,
  }),
  platelets: test("777-3", "Platelets [#/volume] in Blood by Automated count", "Platelets", "10*3/uL", 0, {
    low: 150,
    high: 400,
  }),
  crp: test("1988-5", "C reactive protein [Mass/volume] in Serum or Plasma", "C-reactive protein", "mg/L", 0, {
    high: 5,
  }),
  tsh: test("3016-3", "Thyrotropin [Units/volume] in Serum or Plasma", "TSH", "m[IU]/L", 1, { low: 0.4, high: 4 }),
  ferritin: test("2276-4", "Ferritin [Mass/volume] in Serum or Plasma", "Ferritin", "ng/mL", 0, ({ sex }) =>
    sex === "male" ? { low: 24, high: 336 } : { low: 12, high: 150 },
  ),
  lead: test("5671-3", "Lead [Mass/volume] in Blood", "Lead", "ug/dL", 1, { high: 3.4 }),
  peanutAntibodies: test("6206-7", "Peanut IgE Ab [Units/volume] in Serum", "IgE, peanut", "kU/L", 1, { high: 0.3 }),
  miteAntibodies: test(
    "6095-4",
    "American house dust mite IgE Ab [Units/volume] in Serum",
    "IgE, dust mite",
    "kU/L",
    1,
    { high: 0.3 },
  ),
  oakAntibodies: test("6189-5", "White oak IgE Ab [Units/volume] in Serum", "IgE, oak", "kU/L", 1, { high: 0.3 }),
} satisfies Record<string, LaboratoryTest>;

export type LaboratoryTestName = keyof typeof laboratoryTests;

function haemoglobinRange({ sex }: Subject): Range {
  return sex === "male" ? { low: 13.5, high: 17.5 } : { low: 12, high: 15.5 };
}

function test(
  code: string,
  display: string,
  name: string,
  unit: string,
  digits: number,
  range: Range | LaboratoryTest["range"],
): LaboratoryTest {
  return { code: loinc(code, display), name, unit, digits, range: typeof range === "function" ? range : () => range };
}
