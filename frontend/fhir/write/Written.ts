import type { Resource } from "#core/records/BundleEntry.ts";

/** Why what was typed is no record yet. */
export type WritingFault =
  | "NoSubstance"
  | "SeverityAlone"
  | "NoMedicine"
  | "NoIllness"
  | "EndsBefore"
  | "NoDay"
  | "NoMoment"
  | "Ahead"
  | "NoValue"
  | "PressureReversed";

/** What came of what was typed. */
export type Written = { resource: Resource; fault?: undefined } | { fault: WritingFault; resource?: undefined };
