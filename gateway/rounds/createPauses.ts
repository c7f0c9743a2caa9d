export type Pauses = {
  /** So many milliseconds, or until it is ended. */
  take(milliseconds: number): Promise<void>;
  /** Ends the pause that is, or else the next one, so that nothing is missed in between. */
  end(): void;
};

export function createPauses(): Pauses {
  let isEnded = false;
  let resume: (() => void) | undefined;
  return {
    async take(milliseconds) {
      if (!isEnded) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, milliseconds);
          resume = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      isEnded = false;
      resume = undefined;
    },
    end() {
      isEnded = true;
      resume?.();
    },
  };
}
