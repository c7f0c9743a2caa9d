import { pressureValues, singleMeasures } from "../write/measures.ts";

/** What a clinician types about a visit, as it stands in the form. */
export type VisitNote = {
  /** A moment where somebody is. */
  when: string;
  reason: string;
  /** In lines, as typed. */
  findings: string;
  vitals: TypedVitals;
  /** The chief one first. */
  diagnoses: NotedDiagnosis[];
  /** A line for each thing that is planned. */
  plan: string;
  /** A day, and what for. */
  followUpOn: string;
  followUp: string;
};

export type NotedDiagnosis = {
  name: string;
  /** Of ICD-10-CM, such as `J45.9`, as typed; empty where there is none. */
  code: string;
  certainty: Certainty;
  /** Whether it was typed rather than found in the list: then its code can be typed, too. */
  isOwn: boolean;
};

export type Certainty = "confirmed" | "suspected";

/** In the order in which they are taken. */
export const vitalMeasures = {
  upper: pressureValues.upper,
  lower: pressureValues.lower,
  pulse: singleMeasures.pulse,
  temperature: singleMeasures.temperature,
  breathing: singleMeasures.breathing,
  oxygen: singleMeasures.oxygen,
  weight: singleMeasures.weight,
  height: singleMeasures.height,
};

export type Vital = keyof typeof vitalMeasures;
export type TypedVitals = Record<Vital, string>;

export const vitals = Object.keys(vitalMeasures) as Vital[];

export const noVitals = Object.fromEntries(vitals.map((vital) => [vital, ""])) as TypedVitals;

export function emptyNote(when: string): VisitNote {
  return {
    when,
    reason: "",
    findings: "",
    vitals: noVitals,
    diagnoses: [],
    plan: "",
    followUpOn: "",
    followUp: "",
  };
}
