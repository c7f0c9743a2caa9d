import type { MeasuredValue } from "./measures.ts";

/** Under what FHIR keeps what is measured at a bedside. */
export const vitalSigns = {
  coding: [
    {
      system: "http://terminology.hl7.org/CodeSystem/observation-category",
      code: "vital-signs",
      display: "Vital Signs",
    },
  ],
  text: "Vital signs",
};

export function valued(measure: MeasuredValue, value: number) {
  const { unit } = measure;
  return { code: concept(measure), valueQuantity: { value, unit, system: "http://unitsofmeasure.org", code: unit } };
}

export function concept({ text, code, display }: Pick<MeasuredValue, "text" | "code" | "display">) {
  return { coding: [{ system: "http://loinc.org", code, display }], text };
}
