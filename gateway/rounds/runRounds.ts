import { createPauses } from "./createPauses.ts";

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
  const pauses = createPauses();
  const stopping = new AbortController();

  async function run() {
    let isInTrouble = false;
    while (!stopping.signal.aborted) {
      try {
        const milliseconds = await round();
        isInTrouble = false;
        await pauses.take(milliseconds);
      } catch (error) {
        if (!isInTrouble) onTrouble(error);
        isInTrouble = true;
        await pauses.take(pauseAfterTrouble);
      }
    }
  }

  const ended = run();
  return {
    wake: () => pauses.end(),
    async stop() {
      stopping.abort();
      pauses.end();
      await ended;
    },
  };
}
