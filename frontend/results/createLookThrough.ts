import type { Hex } from "viem";
import type { RecordResults, Result } from "./Result.ts";

/** What is known so far of what was measured in a chart. */
export type Looked = {
  results: ReadonlyMap<Hex, readonly Result[]>;
  /** The FHIR that a summary tells of, of those records that hold some. */
  glances: ReadonlyMap<Hex, string>;
  /** Of the records that cannot be had: why. */
  refused: ReadonlyMap<Hex, string>;
  done: number;
  total: number;
  /** Why it stopped before the end, where it did. */
  error: unknown;
};

export type LookThrough = {
  /** Which records are to be looked through, in which order. */
  want(hashes: readonly Hex[]): void;
  /** Those that somebody looks at come before all others. */
  wantFirst(hashes: readonly Hex[]): void;
  /** Once more what was refused, and all that was not come to. */
  tryAgain(): void;
  /** It goes on for as long as somebody follows it. */
  subscribe(listener: () => void): () => void;
  get(): Looked;
};

export type CreateLookThroughParameters = {
  read: (hash: Hex) => Promise<RecordResults>;
  /** How many are read at the same time: a browser asks one place six things at once, and somebody may open a record. */
  most?: number;
};

/** Opens records one after the other, a few at a time, and keeps of each what was measured. In memory, and nowhere else. */
export function createLookThrough({ read, most = 4 }: CreateLookThroughParameters): LookThrough {
  const results = new Map<Hex, readonly Result[]>();
  const glances = new Map<Hex, string>();
  const refused = new Map<Hex, string>();
  const reading = new Set<Hex>();
  const listeners = new Set<() => void>();
  let wanted: readonly Hex[] = [];
  let left = new Set<Hex>();
  let first: readonly Hex[] = [];
  let error: unknown;
  let looked: Looked = { results, glances, refused, done: 0, total: 0, error };
  let telling: ReturnType<typeof setTimeout> | undefined;

  function findLeft(): void {
    left = new Set(wanted.filter((hash) => !results.has(hash) && !refused.has(hash) && !reading.has(hash)));
  }

  function begin(): void {
    while (reading.size < most && listeners.size > 0 && error === undefined) {
      const hash = first.find((candidate) => left.has(candidate)) ?? left.values().next().value;
      if (hash === undefined) return;
      left.delete(hash);
      reading.add(hash);
      void take(hash);
    }
  }

  async function take(hash: Hex): Promise<void> {
    try {
      const answer = await read(hash);
      if ("refusal" in answer) refused.set(hash, answer.refusal);
      else {
        results.set(hash, answer.results);
        if (answer.glance !== undefined) glances.set(hash, answer.glance);
      }
    } catch (caught) {
      left.add(hash);
      error = caught;
    }
    reading.delete(hash);
    begin();
    if (reading.size === 0) tell();
    else telling ??= setTimeout(tell, betweenTold);
  }

  function tell(): void {
    clearTimeout(telling);
    telling = undefined;
    const done = wanted.filter((hash) => results.has(hash) || refused.has(hash)).length;
    looked = { results: wantedOf(results), glances: wantedOf(glances), refused, done, total: wanted.length, error };
    for (const listener of listeners) listener();
  }

  /** What was replaced or taken back since it was read is told no more. */
  function wantedOf<Value>(known: ReadonlyMap<Hex, Value>): ReadonlyMap<Hex, Value> {
    return new Map(wanted.flatMap((hash) => (known.has(hash) ? [[hash, known.get(hash)!] as const] : [])));
  }

  return {
    want(hashes) {
      wanted = hashes;
      findLeft();
      tell();
      begin();
    },
    wantFirst(hashes) {
      first = hashes;
    },
    tryAgain() {
      refused.clear();
      error = undefined;
      findLeft();
      tell();
      begin();
    },
    subscribe(listener) {
      if (listeners.size === 0) error = undefined; // whoever comes back shall not find yesterday's cut
      listeners.add(listener);
      begin();
      return () => void listeners.delete(listener);
    },
    get: () => looked,
  };
}

/** A thousand records need not draw the screen a thousand times; in milliseconds. */
const betweenTold = 150;
