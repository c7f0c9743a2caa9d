import { inLocale } from "./inLocale.ts";

/** How a result stands, by HL7's code of it. */
export const interpretationWords: Record<string, string> = inLocale({
  H: "High",
  HH: "Very high",
  HU: "Very high",
  L: "Low",
  LL: "Very low",
  LU: "Very low",
  A: "Abnormal",
  AA: "Very abnormal",
  N: "Normal",
  "<": "Below what can be measured",
  ">": "Above what can be measured",
  POS: "Positive",
  NEG: "Negative",
  DET: "Detected",
  ND: "Not detected",
  IND: "Uncertain",
  E: "Uncertain",
  R: "Resistant",
  S: "Susceptible",
  I: "Intermediate",
  U: "Rising",
  D: "Falling",
  B: "Better",
  W: "Worse",
});
