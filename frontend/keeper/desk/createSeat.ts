import { KeeperError } from "../KeeperError.ts";

export type Seat<Sitting> = {
  take(sitting: Sitting): void;
  /** Where somebody sits now, and a signal for their leaving. Refuses once they have left. */
  present(): Sitting & { leaving: AbortSignal };
  leave(): void;
};

/** Somebody sits at one desk at a time; leaving it ends what is awaited there. */
export function createSeat<Sitting extends object>(): Seat<Sitting> {
  let left = new AbortController();
  let taken: (Sitting & { leaving: AbortSignal }) | undefined;
  const leave = () => {
    left.abort(new KeeperError("DeskLeft"));
    taken = undefined;
  };
  return {
    leave,
    take(sitting) {
      leave();
      left = new AbortController();
      taken = Object.assign(sitting, { leaving: left.signal });
    },
    present() {
      if (taken === undefined) throw new KeeperError("DeskLeft");
      return taken;
    },
  };
}
