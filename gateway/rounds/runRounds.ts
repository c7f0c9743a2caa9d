export type RunRoundsParameters = {
  /** Answers with how many milliseconds may pass before the next, unless it is woken. */
  round(): Promise<number>;
  /** Hears of the first round that fails after one that did not. */
  onTrouble(error: unknown): void;
};

export type Rounds = {
  /** The next round is now, or right after the present one. */
  wake(): void;
  /** Resolves after the present round. */
  stop(): Promise<void>;
};

const pauseAfterTrouble = 1000;

/** Does the same again and again until it is stopped. A round that fails is tried again a second later, for ever. */
export function runRounds({ round, onTrouble }: RunRoundsParameters): Rounds {
  let isStopped = false;
  let isWoken = false;
  let endPause = () => {};

  async function pause(milliseconds: number) {
    if (isWoken || isStopped) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function run() {
    let isInTrouble = false;
    while (!isStopped) {
      isWoken = false;
      try {
        const milliseconds = await round();
        isInTrouble = false;
        await pause(milliseconds);
      } catch (error) {
        if (!isInTrouble) onTrouble(error);
        isInTrouble = true;
        await pause(pauseAfterTrouble);
      }
    }
  }

  const ended = run();
  return {
    wake() {
      isWoken = true;
      endPause();
    },
    async stop() {
      isStopped = true;
      endPause();
      await ended;
    },
  };
}
