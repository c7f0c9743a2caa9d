import { describe, expect, it } from "vitest";
import { methodsWhenUsed } from "./methodsWhenUsed.ts";

describe("methods that are loaded when they are used", () => {
  it("are not fetched before, and once for all of them", async () => {
    let loads = 0;
    const sums = methodsWhenUsed(
      async () => {
        loads++;
        return { add: async (a: number, b: number) => a + b, twice: async (a: number) => 2 * a };
      },
      { add: true, twice: true },
    );
    expect(loads).toBe(0);
    expect(await Promise.all([sums.add(1, 2), sums.twice(4)])).toEqual([3, 8]);
    expect(loads).toBe(1);
  });

  it("are fetched again after that has failed, and until then say why", async () => {
    let isOffline = true;
    const sums = methodsWhenUsed(
      async () => {
        if (isOffline) throw new Error("no network");
        return { one: async () => 1 };
      },
      { one: true },
    );
    await expect(sums.one()).rejects.toThrow("no network");
    isOffline = false;
    expect(await sums.one()).toBe(1);
  });
});
