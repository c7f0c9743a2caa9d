import type { Patience } from "./Patience.ts";

/**
 * Waits for one thing after the other, and gives up by calling `onEnd` when too little has come or gone for too long. Only
 * waiting counts, not the time that is taken to use what came.
 */
export function patienceOf({ milliseconds, bytes }: Patience, onEnd: () => void) {
  let left = milliseconds;
  let counted = 0;
  let begun = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function start(): void {
    begun = performance.now();
    timer = setTimeout(onEnd, Math.max(0, left));
  }

  function stop(): void {
    clearTimeout(timer);
    timer = undefined;
    left -= performance.now() - begun;
  }

  return {
    async during<Result>(waitedFor: Promise<Result>): Promise<Result> {
      start();
      try {
        return await waitedFor;
      } finally {
        stop();
      }
    },
    came(count: number): void {
      counted += count;
      if (counted < bytes) return;
      const isWaiting = timer !== undefined;
      if (isWaiting) stop();
      counted = 0;
      left = milliseconds;
      if (isWaiting) start();
    },
  };
}
