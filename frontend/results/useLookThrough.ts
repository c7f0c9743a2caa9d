import { useEffect, useSyncExternalStore } from "react";
import type { Address } from "viem";
import type { Keeper, TimelineRecord } from "../keeper/Keeper.ts";
import { useMe } from "../session/useMe.ts";
import { type LookThrough, createLookThrough } from "./createLookThrough.ts";
import { mayHoldResults } from "./mayHoldResults.ts";

/** What was found is known for as long as the keys are there, and goes with them. */
const byKeeper = new WeakMap<Keeper, Map<string, LookThrough>>();

/** What was measured in a chart, as far as it was looked through; it goes on while a screen shows it. */
export function useLookThrough(subject: Address, records: readonly TimelineRecord[]) {
  const lookThrough = lookThroughOf(useMe().keeper, subject);
  useEffect(() => {
    const wanted = records
      .filter(mayHoldResults)
      .toSorted((a, b) => b.entry.issued.localeCompare(a.entry.issued))
      .map(({ capsuleHash }) => capsuleHash);
    lookThrough.want(wanted);
  }, [lookThrough, records]);
  const looked = useSyncExternalStore(lookThrough.subscribe, lookThrough.get);
  return { looked, lookThrough };
}

function lookThroughOf(keeper: Keeper, subject: Address): LookThrough {
  const ofKeeper = byKeeper.get(keeper) ?? new Map<string, LookThrough>();
  byKeeper.set(keeper, ofKeeper);
  const key = subject.toLowerCase();
  const made =
    ofKeeper.get(key) ?? createLookThrough({ read: (capsuleHash) => keeper.resultsIn({ subject, capsuleHash }) });
  ofKeeper.set(key, made);
  return made;
}
