import { describe, expect, it } from "vitest";
import type { Measure } from "../../scripts/measure/Measure.ts";
import { measuresInChromium } from "../../scripts/measure/measuresInChromium.ts";
import { measuresInNode } from "../../scripts/measure/measuresInNode.ts";

const topic = new URL("support/placeholderTopic.ts", import.meta.url);

describe.each([
  ["node", measuresInNode],
  ["chromium", measuresInChromium],
] as const)("the same topic in %s", (kind, measuresThere) => {
  it("tells its figures one by one, and lets its error through", async () => {
    const told: Measure[] = [];
    const telling = async (): Promise<void> => {
      for await (const measure of measuresThere(topic)) told.push(measure);
    };
    await expect(telling()).rejects.toThrow("The placeholder ends in an error.");
    const [hash, argon2id, memory, clock] = told;
    expect(hash).toEqual({ name: `kind.${kind}`, value: 32, unit: "B", peer: 64 });
    expect(argon2id).toEqual({ name: "argon2id", value: 16, unit: "B" });
    expect(memory!.value).toBeGreaterThan(100_000);
    expect(clock!.value).toBeLessThan(0.05);
    expect(told).toHaveLength(4);
  });

  it("ends when nobody wants more", async () => {
    for await (const { unit } of measuresThere(topic)) {
      expect(unit).toBe("B");
      break;
    }
  });
});

it("a module that is not there is an error, in Chromium too", async () => {
  const absent = new URL("support/absent.ts", import.meta.url);
  await expect(measuresInChromium(absent).next()).rejects.toThrow("absent.ts");
});
