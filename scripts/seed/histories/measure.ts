import type { Visit } from "./History.ts";
import { addResource, instant } from "./addResource.ts";
import { concept, hl7, loinc, quantity } from "./codings.ts";
import { staffReference } from "./staffReference.ts";

const signs = {
  pulse: { code: loinc("8867-4", "Heart rate"), unit: "/min", digits: 0 },
  breathing: { code: loinc("9279-1", "Respiratory rate"), unit: "/min", digits: 0 },
  temperature: { code: loinc("8310-5", "Body temperature"), unit: "Cel", digits: 1 },
  saturation: { code: loinc("59408-5", "Oxygen saturation by pulse oximetry"), unit: "%", digits: 0 },
  weight: { code: loinc("29463-7", "Body weight"), unit: "kg", digits: 1 },
  height: { code: loinc("8302-2", "Body height"), unit: "cm", digits: 1 },
  bodyMassIndex: { code: loinc("39156-5", "Body mass index"), unit: "kg/m2", digits: 1 },
  headCircumference: { code: loinc("9843-4", "Head occipital-frontal circumference"), unit: "cm", digits: 1 },
};

const pressure = concept("Blood pressure", loinc("85354-9", "Blood pressure panel with all children optional"));
const systolic = concept("Systolic", loinc("8480-6", "Systolic blood pressure"));
const diastolic = concept("Diastolic", loinc("8462-4", "Diastolic blood pressure"));

type Sign = keyof typeof signs;

/** Blood pressure as upper and lower value, in mmHg. */
export type Measured = Partial<Record<Exclude<Sign, "bodyMassIndex">, number>> & {
  pressure?: readonly [number, number];
};

/** Vital signs of one visit; the body mass index follows from weight and height, and means nothing in small children. */
export function measure(visit: Visit, { pressure: pressureNow, ...measured }: Measured): void {
  if (pressureNow !== undefined) addPressure(visit, pressureNow);
  const { weight, height, headCircumference } = measured;
  const isKnown = weight !== undefined && height !== undefined && headCircumference === undefined;
  const bodyMassIndex = isKnown ? weight / (height / 100) ** 2 : undefined;
  const all: Partial<Record<Sign, number | undefined>> = { ...measured, bodyMassIndex };
  for (const sign of Object.keys(signs) as Sign[]) {
    const value = all[sign];
    if (value === undefined) continue;
    const { code, unit, digits } = signs[sign];
    add(visit, { code: concept(code.display!, code), valueQuantity: quantity(Number(value.toFixed(digits)), unit) });
  }
}

function addPressure(visit: Visit, [upper, lower]: readonly [number, number]): void {
  const component = [
    { code: systolic, valueQuantity: millimetres(upper) },
    { code: diastolic, valueQuantity: millimetres(lower) },
  ];
  add(visit, { code: pressure, component });
}

function millimetres(value: number) {
  return quantity(Math.round(value), "mm[Hg]");
}

function add({ history, at, by, reference }: Visit, members: object): void {
  const resource = {
    resourceType: "Observation",
    status: "final",
    category: [concept("Vital signs", hl7("observation-category", "vital-signs", "Vital Signs"))],
    subject: history.patient,
    encounter: reference,
    effectiveDateTime: instant(at),
    performer: [staffReference(history, by)],
    ...members,
  };
  addResource(history, { resource, at });
}
