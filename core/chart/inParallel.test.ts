import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inParallel } from "./inParallel.ts";

const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn++) await Promise.resolve();
};

describe("inParallel", () => {
  it("answers in the order of the items, however long each takes, and does no more at a time than it may", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(20)), fc.integer({ min: 1, max: 8 }), async (items, most) => {
        let [now, highest] = [0, 0];
        const results = await inParallel(items, most, async (item, index) => {
          highest = Math.max(highest, ++now);
          await turns(item);
          now--;
          return index;
        });
        expect(results).toEqual(items.map((_, index) => index));
        expect(highest).toBe(Math.min(most, items.length));
      }),
    );
  });

  it("fails with the first failure, begins nothing after it, and leaves nothing running", async () => {
    const begun: number[] = [];
    let running = 0;
    const doing = inParallel([0, 1, 2, 3, 4, 5], 2, async (item) => {
      begun.push(item);
      running++;
      await turns(item === 1 ? 1 : 10);
      running--;
      if (item === 1) throw new Error("The second one failed.");
    });
    await expect(doing).rejects.toThrow("The second one failed.");
    expect(begun).toEqual([0, 1]);
    expect(running).toBe(0);
  });
});
