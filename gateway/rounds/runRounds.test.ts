import { expect, test, vi } from "vitest";
import { runRounds } from "./runRounds.ts";

test("rounds follow each other after the pause that each asks for", async () => {
  const times: number[] = [];
  const rounds = runRounds({ round: async () => times.push(Date.now()) && 40, onTrouble: expect.fail });
  await vi.waitFor(() => expect(times.length).toBeGreaterThan(2), 20_000);
  await rounds.stop();
  expect(times[1]! - times[0]!).toBeGreaterThanOrEqual(39);
});

test("who wakes them in the middle of a round gets one right after it", async () => {
  let [count, finish] = [0, (): void => undefined];
  const rounds = runRounds({
    async round() {
      if (++count === 1) await new Promise<void>((resolve) => (finish = resolve));
      return 60_000;
    },
    onTrouble: expect.fail,
  });
  rounds.wake();
  finish();
  await vi.waitFor(() => expect(count).toBe(2), 20_000);
  await rounds.stop();
});

test("a round that fails is told once and tried again, and what follows is told anew", async () => {
  const [told, outcomes]: [unknown[], string[]] = [[], ["good", "bad", "bad", "good", "bad"]];
  const rounds = runRounds({
    async round() {
      const outcome = outcomes.shift();
      if (outcome === undefined) return 60_000;
      setTimeout(() => rounds.wake());
      if (outcome === "bad") throw new Error(outcome);
      return 60_000;
    },
    onTrouble: (error) => told.push(error),
  });
  await vi.waitFor(() => expect(outcomes).toEqual([]), 20_000);
  await rounds.stop();
  expect(told).toHaveLength(2);
});

test("they end after the present round", async () => {
  let [started, ended] = [0, 0];
  const round = async () => {
    started++;
    await new Promise((resolve) => setTimeout(resolve, 20));
    ended++;
    return 0;
  };
  await runRounds({ round, onTrouble: expect.fail }).stop();
  expect([started, ended]).toEqual([1, 1]);
});
