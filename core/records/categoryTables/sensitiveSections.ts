import type { SensitiveCategory } from "./SensitiveCategory.ts";

/** Parts of a laboratory (HL7 table 0074) whose results are sensitive whatever they are. */
export const sensitiveSections: Partial<Record<SensitiveCategory, Record<string, string>>> = {
  genomics: { GE: "genetics", CG: "cytogenetics" },
};
