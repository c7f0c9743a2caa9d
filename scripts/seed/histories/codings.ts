export type Coding = { system: string; code: string; display?: string };
export type Concept = { coding: Coding[]; text?: string };

const terminology = "http://terminology.hl7.org/CodeSystem";

export const loinc = (code: string, display: string) => coding("http://loinc.org", code, display);
export const snomed = (code: string, display: string) => coding("http://snomed.info/sct", code, display);
export const icd10 = (code: string, display: string) => coding("http://hl7.org/fhir/sid/icd-10-cm", code, display);
export const rxNorm = (code: string, display: string) =>
  coding("http://www.nlm.nih.gov/research/umls/rxnorm", code, display);
export const atc = (code: string, display: string) => coding("http://www.whocc.no/atc", code, display);
export const cvx = (code: string, display: string) => coding("http://hl7.org/fhir/sid/cvx", code, display);
/** A code of HL7's own, from the code system of that name. */
export const hl7 = (system: string, code: string, display?: string) =>
  coding(`${terminology}/${system}`, code, display);

export function concept(text: string, ...codings: Coding[]): Concept {
  return { coding: codings, text };
}

/** A quantity whose unit is written as UCUM writes it. */
export function quantity(value: number, unit: string) {
  return { value, unit, system: "http://unitsofmeasure.org", code: unit };
}

function coding(system: string, code: string, display?: string): Coding {
  return { system, code, ...(display !== undefined && { display }) };
}
