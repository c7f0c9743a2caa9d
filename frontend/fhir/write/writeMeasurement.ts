import { isOnTheCalendar } from "#core/records/isOnTheCalendar.ts";
import { instantText } from "./instantText.ts";
import { type Measured, type MeasuredValue, pressure, pressureValues, singleMeasures } from "./measures.ts";
import { thePatient } from "./thePatient.ts";
import { earliestYear } from "./typedDay.ts";
import { typedValue } from "./typedValue.ts";
import type { Written, WritingFault } from "./Written.ts";

/** `value` is the upper one of a blood pressure; `when` is a moment where somebody is. */
export type TypedMeasurement = { measured: Measured; value: string; lower: string; when: string };

/** What a patient has measured. */
export function writeMeasurement(typed: TypedMeasurement, now: Date): Written {
  const found = typed.measured === "pressure" ? pressureOf(typed) : singleOf(typed.measured, typed.value);
  if (typeof found === "string") return { fault: found };
  const minute = typed.when.slice(0, 16);
  const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(minute) && isOnTheCalendar(`${minute}:00Z`);
  if (!isMoment || minute < earliestYear) return { fault: "NoMoment" };
  const at = new Date(minute);
  if (at > now) return { fault: "Ahead" };
  return {
    resource: {
      resourceType: "Observation",
      status: "final",
      category: [{ coding: [vitalSigns], text: "Vital signs" }],
      subject: thePatient,
      effectiveDateTime: instantText(at),
      performer: [thePatient],
      ...found,
    },
  };
}

const vitalSigns = {
  system: "http://terminology.hl7.org/CodeSystem/observation-category",
  code: "vital-signs",
  display: "Vital Signs",
};

function singleOf(measured: keyof typeof singleMeasures, typed: string): object | WritingFault {
  const measure = singleMeasures[measured];
  const value = typedValue(typed, measure);
  return value === undefined ? "NoValue" : valued(measure, value);
}

function pressureOf(typed: TypedMeasurement): object | WritingFault {
  const upper = typedValue(typed.value, pressureValues.upper);
  const lower = typedValue(typed.lower, pressureValues.lower);
  if (upper === undefined || lower === undefined) return "NoValue";
  if (upper <= lower) return "PressureReversed";
  const component = [valued(pressureValues.upper, upper), valued(pressureValues.lower, lower)];
  return { code: concept(pressure), component };
}

function valued(measure: MeasuredValue, value: number) {
  const { unit } = measure;
  return { code: concept(measure), valueQuantity: { value, unit, system: "http://unitsofmeasure.org", code: unit } };
}

function concept({ text, code, display }: Pick<MeasuredValue, "text" | "code" | "display">) {
  return { coding: [{ system: "http://loinc.org", code, display }], text };
}
