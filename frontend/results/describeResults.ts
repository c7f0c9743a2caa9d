import { words } from "../words/words.ts";
import type { Result } from "./Result.ts";

/** More than these are counted rather than told one by one. */
const mostTold = 3;

/**
 * What a reader should not miss in a record: "High: HbA1c. Low: Haemoglobin.", or of many "5 of 12 results outside their
 * range: …". Undefined where there is nothing of the kind.
 */
export function describeResults(results: readonly Result[]): string | undefined {
  const judged = results.filter(({ standing }) => standing !== undefined);
  const notable = judged.filter(({ standing }) => standing!.isNotable);
  if (notable.length === 0) return undefined;
  const names = [...new Set(notable.map(({ name }) => name))];
  if (names.length > mostTold) {
    const { several, andMore, list } = words.results;
    return several(notable.length, judged.length, andMore(list(names.slice(0, mostTold)), names.length - mostTold));
  }
  return [...Map.groupBy(notable, ({ standing }) => standing!.word)]
    .map(([word, alike]) =>
      words.results.standing(word, words.results.list([...new Set(alike.map(({ name }) => name))])),
    )
    .join(". ");
}
