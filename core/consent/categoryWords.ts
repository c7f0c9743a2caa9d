import type { Category } from "../records/categories.ts";

/** The parts of a chart as a patient would say them, to be read after "your". */
export const categoryWords: Record<Category, string> = {
  summary: "health summaries",
  encounters: "visits",
  labs: "laboratory results",
  imaging: "scans",
  medications: "medicines",
  immunizations: "vaccinations",
  vitals: "vital signs",
  "mental-health": "mental health records",
  "sexual-health": "sexual health records",
  genomics: "genetic tests",
  administrative: "administrative papers",
};
