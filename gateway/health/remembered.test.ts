import { expect, test } from "vitest";
import { remembered } from "./remembered.ts";

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test("however many ask at once, and for a while after, it is asked once", async () => {
  let asked = 0;
  const answer = remembered(async () => {
    await pause(20);
    return ++asked;
  }, 60_000);
  expect(await Promise.all([answer(), answer(), answer()])).toEqual([1, 1, 1]);
  expect(await answer()).toBe(1);
});

test("it is asked anew when the while is over, and a failure is no more than an answer", async () => {
  let asked = 0;
  const answer = remembered(async () => {
    if (++asked === 1) throw new Error("not yet");
    return asked;
  }, 30);
  await expect(answer()).rejects.toThrow("not yet");
  await expect(answer()).rejects.toThrow("not yet");
  await pause(40);
  expect(await answer()).toBe(2);
});
