import { expect, it } from "vitest";
import { bestTimes } from "./bestTimes.ts";

it("takes turns, and tells the time of one at its best", async () => {
  const order: string[] = [];
  let rounds = 0;
  const slow = () => {
    order.push("slow");
    const end = performance.now() + (rounds++ === 0 ? 20 : 5);
    while (performance.now() < end);
  };
  const [first, second] = await bestTimes(1, [slow, () => order.push("quick")], { rounds: 2 });
  expect(order).toEqual(["slow", "quick", "slow", "quick"]);
  expect(first).toBeGreaterThanOrEqual(5);
  expect(first).toBeLessThan(20);
  expect(second).toBeLessThan(first!);
});
