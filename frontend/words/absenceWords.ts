import { inLocale } from "./inLocale.ts";

/** Why a value is not there, by FHIR's code of it. */
export const absenceWords: Record<string, string> = inLocale({
  unknown: "Not known",
  "asked-unknown": "Asked, not known",
  "temp-unknown": "Not known yet",
  "not-asked": "Not asked",
  "asked-declined": "Not answered",
  masked: "Kept private",
  "not-applicable": "Does not apply",
  unsupported: "Not supported",
  "as-text": "See the text",
  error: "Could not be measured",
  "not-a-number": "Could not be measured",
  "negative-infinity": "Too low to be measured",
  "positive-infinity": "Too high to be measured",
  "not-performed": "Not done",
  "not-permitted": "May not be shown",
});
