/**
 * Milliseconds of each, the best of a few rounds, taken in turns, so that whatever else the machine does falls on all
 * alike.
 */
export async function bestTimes(
  times: number,
  works: readonly (() => unknown)[],
  { rounds = 5 }: { rounds?: number } = {},
): Promise<number[]> {
  const best = works.map(() => Infinity);
  for (let round = 0; round < rounds; round++) {
    for (const [i, work] of works.entries()) {
      const start = performance.now();
      for (let n = 0; n < times; n++) await work();
      best[i] = Math.min(best[i]!, (performance.now() - start) / times);
    }
  }
  return best;
}
