import { listOf } from "#core/records/listOf.ts";
import { formatCode } from "./formatCode.ts";

/** Several coded things in one line; a list may be as long as a stranger likes. */
export function formatCodes(concepts: unknown): string | undefined {
  const names = listOf(concepts)
    .slice(0, 20)
    .map(formatCode)
    .filter((name) => name !== undefined);
  return names.length === 0 ? undefined : [...new Set(names)].join(", ");
}
