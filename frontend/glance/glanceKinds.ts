/** What a summary of a chart is made of, in the order in which somebody in a hurry wants it. */
export const glanceOrder = ["allergies", "problems", "medicines", "vaccinations"] as const;

export type GlanceKind = (typeof glanceOrder)[number];

export const glanceKinds: ReadonlyMap<string, GlanceKind> = new Map([
  ["AllergyIntolerance", "allergies"],
  ["Condition", "problems"],
  ["MedicationRequest", "medicines"],
  ["MedicationStatement", "medicines"],
  ["Immunization", "vaccinations"],
]);
