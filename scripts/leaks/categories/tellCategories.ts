import type { Category } from "#core/records/categories.ts";
import { categoryNumber } from "#core/records/categories.ts";
import { differenceByChance, differenceOf } from "./differenceOf.ts";
import { type Example, type Learn, learnBells, learnNeighbours } from "./guess.ts";
import type { SeenKey } from "./observeKeys.ts";
import { rightByChance } from "./rightByChance.ts";

export type LabelledKey = SeenKey & { category: Category };

export type Told = {
  /** Numbers that differ from category to category more than chance lets them. */
  telling: string[];
  /** Of keys in charts that were not learned from. */
  guesses: number;
  /** How many were right, by each way of guessing. */
  right: Record<string, number>;
  /** From how many on it is more than chance. */
  tooMany: number;
};

const ways: Record<string, Learn> = { neighbours: learnNeighbours, bells: learnBells };

/**
 * How well somebody tells categories of keys who was told those of every other chart: one number at a time, and all of
 * them together. Costs keys times keys times numbers.
 */
export function tellCategories(keys: readonly LabelledKey[], chance: number): Told {
  const charts = [...new Set(keys.map(({ chart }) => chart))];
  const isLearned = new Set(charts.filter((_, i) => i % 2 === 0));
  const examples = keys.map((key) => ({ ...key, label: categoryNumber(key.category) }));
  const [known, unknown] = [true, false].map((wanted) => examples.filter((it) => isLearned.has(it.chart) === wanted));
  const names = Object.keys(examples[0]!.seen);
  return {
    telling: names.filter((name) => differenceOf(examples, name) > differenceByChance),
    guesses: unknown!.length,
    right: Object.fromEntries(Object.entries(ways).map(([way, learn]) => [way, rightOf(learn(known!), unknown!)])),
    tooMany: rightByChance({ guesses: unknown!.length, chance }),
  };
}

function rightOf(guess: (seen: Example["seen"]) => number, unknown: readonly Example[]): number {
  return unknown.filter(({ seen, label }) => guess(seen) === label).length;
}
