import type { Reference, Visit } from "./History.ts";
import { addResource, instant } from "./addResource.ts";
import { type Coding, type Concept, concept, hl7, loinc, quantity, snomed } from "./codings.ts";
import { type LaboratoryTest, type LaboratoryTestName, laboratoryTests } from "./laboratoryTests.ts";
import { staffReference } from "./staffReference.ts";
import { minutesAfter } from "./times.ts";

/** A result in words, and how it is flagged. */
export type Finding = { test: Concept; result: Concept; flag: "POS" | "NEG" | "N" };

export type ReportLaboratoryParameters = {
  name: string;
  /** What LOINC calls such a report; a laboratory report of no special kind otherwise. */
  code?: Coding;
  values?: Partial<Record<LaboratoryTestName, number>>;
  findings?: readonly Finding[];
  conclusion?: string;
  /** Minutes from the beginning of the visit. */
  after?: number;
  labels?: readonly string[];
};

export const negative = concept("Negative", snomed("260385009", "Negative"));
export const positive = concept("Positive", snomed("10828004", "Positive"));
export const notDetected = concept("Not detected", snomed("260415000", "Not detected"));
export const detected = concept("Detected", snomed("260373001", "Detected"));

/** Blood or urine goes to the hospital's laboratory during the visit; the report comes some hours later. */
export function reportLaboratory(visit: Visit, parameters: ReportLaboratoryParameters): void {
  const { name, code = laboratoryReport, values = {}, findings = [], conclusion, after = 10, labels = [] } = parameters;
  const names = (Object.keys(laboratoryTests) as LaboratoryTestName[]).filter((test) => values[test] !== undefined);
  const at = minutesAfter(visit.at, after);
  const contents = [
    ...names.map((test) => measured(visit, laboratoryTests[test], values[test]!)),
    ...findings.map(found),
  ];
  const common = commonMembers(visit, at);
  const category = [concept("Laboratory", hl7("observation-category", "laboratory", "Laboratory"))];
  const result = contents.map((content): Reference => {
    const resource = { resourceType: "Observation", category, ...common, ...content };
    return addResource(visit.history, { resource, at, labels });
  });
  const report = {
    resourceType: "DiagnosticReport",
    category: [concept("Laboratory", hl7("v2-0074", "LAB", "Laboratory"))],
    code: concept(name, code),
    ...common,
    ...(result.length > 0 && { result }),
    ...(conclusion !== undefined && { conclusion }),
  };
  addResource(visit.history, { resource: report, at, labels });
}

function measured({ history }: Visit, test: LaboratoryTest, value: number): object {
  const { code, name, unit, digits } = test;
  const { low, high } = test.range(history.person);
  const rounded = Number(value.toFixed(digits));
  const flag = low !== undefined && rounded < low ? tooLow : high !== undefined && rounded > high ? tooHigh : normal;
  const bound = (limit: number) => quantity(limit, unit);
  return {
    code: concept(name, code),
    valueQuantity: quantity(rounded, unit),
    interpretation: [concept(flag.display!, flag)],
    referenceRange: [
      { ...(low !== undefined && { low: bound(low) }), ...(high !== undefined && { high: bound(high) }) },
    ],
  };
}

function found({ test, result, flag }: Finding): object {
  const interpretation = concept(flagNames[flag], hl7("v3-ObservationInterpretation", flag, flagNames[flag]));
  return { code: test, valueCodeableConcept: result, interpretation: [interpretation] };
}

function commonMembers({ history, reference }: Visit, at: Date) {
  return {
    status: "final",
    subject: history.patient,
    encounter: reference,
    effectiveDateTime: instant(at),
    issued: instant(minutesAfter(at, 200)),
    performer: [staffReference(history, "hospital")],
  };
}

const laboratoryReport = loinc("11502-2", "Laboratory report");
const tooLow = hl7("v3-ObservationInterpretation", "L", "Low");
const tooHigh = hl7("v3-ObservationInterpretation", "H", "High");
const normal = hl7("v3-ObservationInterpretation", "N", "Normal");
const flagNames = { POS: "Positive", NEG: "Negative", N: "Normal" };
