import type { BundleEntry } from "#core/records/BundleEntry.ts";
import type { Reading } from "./Reading.ts";
import { tellReport } from "./tell/tellReport.ts";

export type Group = { type: string; entries: BundleEntry[] };

/** Who and what comes first and last; all others stand as they first appear between them. */
const first = [
  "Composition",
  "Patient",
  "AllergyIntolerance",
  "Condition",
  "Encounter",
  "ClinicalImpression",
  "DiagnosticReport",
  "Observation",
];
const last = [
  "Location",
  "PractitionerRole",
  "Practitioner",
  "Organization",
  "Coverage",
  "Claim",
  "ExplanationOfBenefit",
];

/** Resources by their kind. What a report shows among its results is not shown once more. */
export function groupEntries(entries: readonly BundleEntry[], { index, reader }: Omit<Reading, "entry">): Group[] {
  const reports = entries.filter(({ resource }) => resource.resourceType === "DiagnosticReport");
  const reported = new Set(reports.flatMap((entry) => tellReport({ entry, index, reader }).results));
  const groups = Map.groupBy(
    entries.filter((entry) => !reported.has(entry)),
    ({ resource }) => resource.resourceType,
  );
  return [...groups].map(([type, alike]) => ({ type, entries: alike })).toSorted((a, b) => rank(a.type) - rank(b.type));
}

function rank(type: string): number {
  const [early, late] = [first.indexOf(type), last.indexOf(type)];
  if (early >= 0) return early;
  return late < 0 ? first.length : first.length + 1 + late;
}
