/** A moment as FHIR writes it. */
export function instantText(at: Date): string {
  return at.toISOString().replace(/\.\d+Z$/, "Z");
}
