import { GatewayError } from "../GatewayError.ts";

export type TurnLimits = { /** Of one person at the same time. */ each: number; all: number };

/** Lets so many go on at the same time, in this process. Whoever took a turn gives it back by calling the answer. */
export function turns({ each, all }: TurnLimits): (who: string) => () => void {
  const taken = new Map<string, number>();
  let total = 0;

  return (who) => {
    const theirs = taken.get(who) ?? 0;
    if (theirs >= each || total >= all) throw new GatewayError("QuotaReached", { retryAfter: 5 });
    taken.set(who, theirs + 1);
    total++;
    return () => {
      const left = taken.get(who)! - 1;
      if (left === 0) taken.delete(who);
      else taken.set(who, left);
      total--;
    };
  };
}
