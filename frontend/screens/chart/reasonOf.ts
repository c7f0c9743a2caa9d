import { words } from "../../words/words.ts";

/** Why a record cannot be had, in a sentence. */
export function reasonOf(refusal: string): string {
  return refusal === "Missing" ? words.chart.missing : (words.errors.byName[refusal] ?? words.errors.unknown);
}
