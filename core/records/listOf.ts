/** The items of a member that FHIR says is a list, and that some systems write bare when there is only one. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}
