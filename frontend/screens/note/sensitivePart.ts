import type { Category } from "#core/records/categories.ts";
import { sensitivityOf } from "#core/records/sensitivityOf.ts";
import type { VisitNote } from "../../fhir/note/VisitNote.ts";
import { icd10System } from "../../fhir/note/icd10.ts";

/** The sensitive part of a chart under which a note's diagnoses would be put by themselves; undefined for most. */
export function sensitivePart({ diagnoses }: VisitNote): Category | undefined {
  const coding = diagnoses.map(({ code }) => ({ system: icd10System, code }));
  return sensitivityOf({ resourceType: "Condition", code: { coding } });
}
