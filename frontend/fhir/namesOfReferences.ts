import { listOf } from "#core/records/listOf.ts";
import { nameOfReference } from "./nameOfReference.ts";
import type { Reading } from "./Reading.ts";

/** Several References in one line. */
export function namesOfReferences(references: unknown, reading: Reading): string | undefined {
  const names = listOf(references)
    .slice(0, 20)
    .map((reference) => nameOfReference(reference, reading));
  const known = [...new Set(names.filter((name) => name !== undefined))];
  return known.length === 0 ? undefined : known.join(", ");
}
