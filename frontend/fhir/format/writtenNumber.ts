import { isKeptNumber } from "#core/records/parseFhirJson.ts";

/** A number as its author wrote it: to FHIR, 7.0 says more than 7. Undefined where it is no number. */
export function writtenNumber(value: unknown): string | undefined {
  const text = isKeptNumber(value) ? (value as { rawJSON: string }).rawJSON : value;
  if (typeof text !== "number" && typeof text !== "string") return undefined;
  const written = String(text);
  return /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(written) && Number.isFinite(Number(written)) ? written : undefined;
}
