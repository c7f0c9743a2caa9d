import { type Category } from "#core/records/categories.ts";

/** The parts of a chart, as headings and on buttons. */
export const categories: Record<Category, string> = {
  summary: "Summaries",
  encounters: "Visits",
  labs: "Laboratory",
  imaging: "Scans",
  medications: "Medicines",
  immunizations: "Vaccinations",
  vitals: "Vital signs",
  "mental-health": "Mental health",
  "sexual-health": "Sexual health",
  genomics: "Genetics",
  administrative: "Papers",
};
