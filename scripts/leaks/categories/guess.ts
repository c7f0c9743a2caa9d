/** Something of which numbers are seen, and what it is. */
export type Example = { label: number; seen: Record<string, number> };

/** Learns from examples, and then says what another is. */
export type Learn = (examples: readonly Example[]) => (seen: Record<string, number>) => number;

type Scale = { names: string[]; scaled(seen: Record<string, number>): number[] };

/** Every number by how far it is from its mean, in standard deviations; what never changes is left out. */
function scaleOf(examples: readonly Example[]): Scale {
  const moments = Object.keys(examples[0]!.seen).flatMap((name) => {
    const values = examples.map(({ seen }) => seen[name]!);
    const { mean, deviation } = momentsOf(values);
    return deviation > 0 ? [{ name, mean, deviation }] : [];
  });
  return {
    names: moments.map(({ name }) => name),
    scaled: (seen) => moments.map(({ name, mean, deviation }) => (seen[name]! - mean) / deviation),
  };
}

export function momentsOf(values: readonly number[]): { mean: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance) };
}

/** What the most similar example is. */
export const learnNeighbours: Learn = (examples) => {
  const { scaled } = scaleOf(examples);
  const known = examples.map(({ label, seen }) => ({ label, at: scaled(seen) }));
  return (seen) => {
    const at = scaled(seen);
    const distances = known.map((other) => other.at.reduce((sum, value, i) => sum + (value - at[i]!) ** 2, 0));
    return known[indexOfLeast(distances)]!.label;
  };
};

/** What makes the numbers likeliest, each taken by itself as a bell curve (naive Bayes). */
export const learnBells: Learn = (examples) => {
  const { names, scaled } = scaleOf(examples);
  const bells = [...Map.groupBy(examples, ({ label }) => label)].map(([label, theirs]) => {
    const rows = theirs.map(({ seen }) => scaled(seen));
    return { label, bells: names.map((_, i) => momentsOf(rows.map((row) => row[i]!))) };
  });
  return (seen) => {
    const at = scaled(seen);
    const surprises = bells.map(({ bells: own }) =>
      own.reduce((sum, { mean, deviation }, i) => {
        const width = Math.max(deviation, narrowest);
        return sum + Math.log(width) + ((at[i]! - mean) / width) ** 2 / 2;
      }, 0),
    );
    return bells[indexOfLeast(surprises)]!.label;
  };
};

/** A few examples that happen to agree must not decide alone. */
const narrowest = 0.05;

function indexOfLeast(values: readonly number[]): number {
  return values.reduce((best, value, i) => (value < values[best]! ? i : best), 0);
}
