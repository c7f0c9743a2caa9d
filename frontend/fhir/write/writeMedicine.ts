import { instantText } from "./instantText.ts";
import { thePatient } from "./thePatient.ts";
import { typedDay } from "./typedDay.ts";
import { typedText } from "./typedText.ts";
import type { Written } from "./Written.ts";

export type TypedMedicine = { medicine: string; dosage: string; since: string };

/** A medicine that its patient takes, whoever has prescribed it. */
export function writeMedicine(typed: TypedMedicine, now: Date): Written {
  const [medicine, dosage] = [typedText(typed.medicine), typedText(typed.dosage)];
  const since = typedDay(typed.since, now);
  if (medicine === undefined) return { fault: "NoMedicine" };
  if (since.fault !== undefined) return { fault: since.fault };
  return {
    resource: {
      resourceType: "MedicationStatement",
      status: "active",
      medicationCodeableConcept: { text: medicine },
      subject: thePatient,
      ...(since.day !== undefined && { effectivePeriod: { start: since.day } }),
      dateAsserted: instantText(now),
      ...(dosage !== undefined && { dosage: [{ text: dosage }] }),
    },
  };
}
