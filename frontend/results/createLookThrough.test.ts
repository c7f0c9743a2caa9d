import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Hex } from "viem";
import type { RecordResults } from "./Result.ts";
import { createLookThrough } from "./createLookThrough.ts";

const hash = (number: number): Hex => `0x${number}`;
const hashes = (count: number) => Array.from({ length: count }, (_, number) => hash(number));
const nothing: RecordResults = { results: [], glance: undefined };

/** Reads that answer when the test says so. */
function heldReads() {
  const asked: Hex[] = [];
  const waiting = new Map<Hex, PromiseWithResolvers<RecordResults>>();
  return {
    asked,
    read(wanted: Hex) {
      asked.push(wanted);
      const held = Promise.withResolvers<RecordResults>();
      waiting.set(wanted, held);
      return held.promise;
    },
    async answer(wanted: Hex, answer: RecordResults | Error = nothing) {
      if (answer instanceof Error) waiting.get(wanted)!.reject(answer);
      else waiting.get(wanted)!.resolve(answer);
      await vi.advanceTimersByTimeAsync(200);
    },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("looking through a chart", () => {
  test("tells no more of what was replaced or taken back since it was read", async () => {
    const { read, answer } = heldReads();
    const lookThrough = createLookThrough({ read });
    lookThrough.subscribe(() => {});
    lookThrough.want(hashes(2));
    for (const one of hashes(2)) await answer(one, { results: [], glance: "a problem" });
    expect([...lookThrough.get().glances.keys()]).toEqual(hashes(2));
    lookThrough.want([hash(1)]);
    expect([...lookThrough.get().glances.keys()]).toEqual([hash(1)]);
    expect([...lookThrough.get().results.keys()]).toEqual([hash(1)]);
    lookThrough.want(hashes(2));
    expect([...lookThrough.get().glances.keys()]).toEqual(hashes(2));
  });

  test("begins when somebody looks, a few at a time, in the order that is wanted", async () => {
    const { read, asked, answer } = heldReads();
    const lookThrough = createLookThrough({ read, most: 2 });
    lookThrough.want(hashes(4));
    expect(asked).toEqual([]);
    lookThrough.subscribe(() => {});
    expect(asked).toEqual(hashes(2));
    await answer(hash(1));
    expect(asked).toEqual(hashes(3));
    expect(lookThrough.get()).toMatchObject({ done: 1, total: 4 });
  });

  test("takes what is in view before all others, and what is wanted later as well", async () => {
    const { read, asked, answer } = heldReads();
    const lookThrough = createLookThrough({ read, most: 1 });
    lookThrough.want(hashes(9));
    lookThrough.subscribe(() => {});
    lookThrough.wantFirst([hash(7), hash(6)]);
    for (const number of [0, 7, 6]) await answer(hash(number));
    expect(asked).toEqual([0, 7, 6, 1].map(hash));
    lookThrough.want([hash(0), hash(10)]);
    await answer(hash(1));
    expect(asked.at(-1)).toBe(hash(10));
  });

  test("begins nothing more once nobody looks, and goes on when somebody comes back", async () => {
    const { read, asked, answer } = heldReads();
    const lookThrough = createLookThrough({ read, most: 1 });
    lookThrough.want(hashes(3));
    const leave = lookThrough.subscribe(() => {});
    leave();
    await answer(hash(0));
    expect(asked).toEqual([hash(0)]);
    lookThrough.subscribe(() => {});
    expect(asked).toEqual(hashes(2));
    expect(lookThrough.get().results.has(hash(0))).toBe(true);
  });

  test("goes on past a record that cannot be had, and reads it again when it is told to", async () => {
    const { read, asked, answer } = heldReads();
    const lookThrough = createLookThrough({ read, most: 1 });
    lookThrough.want(hashes(2));
    lookThrough.subscribe(() => {});
    await answer(hash(0), { refusal: "RecordGone" });
    await answer(hash(1));
    expect(lookThrough.get()).toMatchObject({ done: 2, error: undefined });
    expect([...lookThrough.get().refused]).toEqual([[hash(0), "RecordGone"]]);
    lookThrough.tryAgain();
    await answer(hash(0));
    expect(asked).toEqual([0, 1, 0].map(hash));
    expect(lookThrough.get().refused.size).toBe(0);
  });

  test("stops where the storage cannot be reached, rather than ask a thousand times in vain", async () => {
    const { read, asked, answer } = heldReads();
    const lookThrough = createLookThrough({ read, most: 1 });
    lookThrough.want(hashes(1_000));
    lookThrough.subscribe(() => {});
    await answer(hash(0), new Error("The storage cannot be reached."));
    expect(asked).toEqual([hash(0)]);
    expect(lookThrough.get().error).toBeInstanceOf(Error);
    lookThrough.tryAgain();
    await answer(hash(0));
    expect(lookThrough.get()).toMatchObject({ error: undefined, done: 1 });
  });

  test("tells of a thousand records at once rather than a thousand times", async () => {
    const lookThrough = createLookThrough({ read: () => Promise.resolve(nothing) });
    let told = 0;
    lookThrough.want(hashes(1_000));
    lookThrough.subscribe(() => void told++);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(lookThrough.get().done).toBe(1_000);
    expect(told).toBeLessThan(10);
  });
});
