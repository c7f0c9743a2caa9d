import type { Example } from "./guess.ts";

/**
 * How much one number that is seen differs from label to label: Kruskal and Wallis' H, which looks at ranks and so needs no
 * particular distribution. By chance it is about as large as there are labels, less one.
 */
export function differenceOf(examples: readonly Example[], name: string): number {
  const values = examples.map(({ seen }) => seen[name]!);
  const ranks = ranksOf(values);
  const total = values.length;
  const byLabel = Map.groupBy(examples.keys(), (i) => examples[i]!.label);
  const spread = [...byLabel.values()].reduce((sum, own) => {
    const rankSum = own.reduce((all, i) => all + ranks[i]!, 0);
    return sum + rankSum ** 2 / own.length;
  }, 0);
  const withoutTies = (12 / (total * (total + 1))) * spread - 3 * (total + 1);
  const ties = tiesIn(values).reduce((sum, count) => sum + count ** 3 - count, 0) / (total ** 3 - total);
  return ties === 1 ? 0 : withoutTies / (1 - ties);
}

/** With eleven labels, chance brings more once in 10⁸ numbers that are looked at (χ² with ten degrees of freedom). */
export const differenceByChance = 57;

/** Equal values share the mean of their ranks. */
function ranksOf(values: readonly number[]): number[] {
  const order = [...values.keys()].toSorted((a, b) => values[a]! - values[b]!);
  const ranks = Array.from<number>({ length: values.length });
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    for (let i = from; i < to; i++) ranks[order[i]!] = (from + 1 + to) / 2;
    from = to;
  }
  return ranks;
}

function tiesIn(values: readonly number[]): number[] {
  return [...Map.groupBy(values, (value) => value).values()].map(({ length }) => length);
}
