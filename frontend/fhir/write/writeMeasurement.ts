import { concept, valued, vitalSigns } from "./vitalSigns.ts";
import { instantText } from "./instantText.ts";
import { type Measured, pressure, pressureValues, singleMeasures } from "./measures.ts";
import { thePatient } from "./thePatient.ts";
import { typedMoment } from "./typedMoment.ts";
import { typedValue } from "./typedValue.ts";
import type { Written, WritingFault } from "./Written.ts";

/** `value` is the upper one of a blood pressure; `when` is a moment where somebody is. */
export type TypedMeasurement = { measured: Measured; value: string; lower: string; when: string };

/** What a patient has measured. */
export function writeMeasurement(typed: TypedMeasurement, now: Date): Written {
  const found = typed.measured === "pressure" ? pressureOf(typed) : singleOf(typed.measured, typed.value);
  if (typeof found === "string") return { fault: found };
  const { at, fault } = typedMoment(typed.when, now);
  if (fault !== undefined) return { fault };
  return {
    resource: {
      resourceType: "Observation",
      status: "final",
      category: [vitalSigns],
      subject: thePatient,
      effectiveDateTime: instantText(at),
      performer: [thePatient],
      ...found,
    },
  };
}

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
