/**
 * Does something with each item, a few at a time, and answers in the order of the items. The first failure is the whole's;
 * nothing is begun after it, and what has been begun is waited for.
 */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  most: number,
  task: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const left = items.entries();
  const failures: unknown[] = [];
  async function work() {
    for (const [index, item] of left) {
      try {
        results[index] = await task(item, index);
      } catch (error) {
        failures.push(error);
      }
      if (failures.length > 0) return;
    }
  }
  await Promise.all(Array.from({ length: most }, work));
  if (failures.length > 0) throw failures[0];
  return results;
}
