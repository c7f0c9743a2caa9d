/** How long one waits for at least so many bytes; who drips a byte now and then keeps nobody. */
export type Patience = { milliseconds: number; bytes: number };

/** Waits for one thing after the other, and gives up by calling `onEnd` when too little has come for too long. */
export function patienceOf({ milliseconds, bytes }: Patience, onEnd: () => void) {
  let left = milliseconds;
  let came = 0;

  return {
    /** Only what is waited for counts, not the time that is taken to use what came. */
    async during<Result>(waitedFor: Promise<Result>): Promise<Result> {
      const begun = performance.now();
      const timer = setTimeout(onEnd, Math.max(0, left));
      try {
        return await waitedFor;
      } finally {
        clearTimeout(timer);
        left -= performance.now() - begun;
      }
    },
    came(count: number) {
      came += count;
      if (came < bytes) return;
      came = 0;
      left = milliseconds;
    },
  };
}
