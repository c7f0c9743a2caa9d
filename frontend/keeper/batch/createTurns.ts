/** Lets so many work at the same time; the others wait, in the order in which they came. */
export function createTurns(most: number) {
  const waiting: (() => void)[] = [];
  let working = 0;
  return async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (working >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else working++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) working--;
      else next();
    }
  };
}
