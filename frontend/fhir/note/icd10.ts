/** As FHIR names the American edition, which is in the public domain. */
export const icd10System = "http://hl7.org/fhir/sid/icd-10-cm";

/** A code in the form in which it is written, `J45.9`; undefined where it has not the form of one. */
export function icd10Code(typed: string): string | undefined {
  const bare = typed.trim().toUpperCase().replace(".", "");
  if (!/^[A-Z]\d[\dA-Z]{1,5}$/.test(bare)) return undefined;
  return bare.length === 3 ? bare : `${bare.slice(0, 3)}.${bare.slice(3)}`;
}
