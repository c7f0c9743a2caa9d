export type CreateSlotsParameters = { ofOne: number; ofAll: number };

export type Slots = ReturnType<typeof createSlots>;

/** Counts what is open at the same time, for each and in all. */
export function createSlots({ ofOne, ofAll }: CreateSlotsParameters) {
  const held = new Map<string, number>();
  let all = 0;

  return {
    inUse: () => all,

    /** Answers with how to give it back, once; undefined where there is none left. */
    take(who: string): (() => void) | undefined {
      const theirs = held.get(who) ?? 0;
      if (theirs >= ofOne || all >= ofAll) return undefined;
      held.set(who, theirs + 1);
      all++;
      let isHeld = true;
      return () => {
        if (!isHeld) return;
        isHeld = false;
        all--;
        const left = held.get(who)! - 1;
        if (left === 0) held.delete(who);
        else held.set(who, left);
      };
    },
  };
}
