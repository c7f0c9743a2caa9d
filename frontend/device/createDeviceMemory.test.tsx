import { zeroAddress } from "viem";
import { describe, expect, it } from "vitest";
import type { Deployment } from "#core/chain/parseDeployment.ts";
import { createDeviceMemory } from "./createDeviceMemory.ts";

const deployment = (chainId: number) =>
  ({ chainId, block: 0, contracts: { ConsentRegistry: zeroAddress } }) as unknown as Deployment;
const memory = createDeviceMemory(deployment(31_337));
const [ada, ben] = [`0x${"A1".repeat(20)}`, `0x${"b2".repeat(20)}`] as const;

describe("what a browser remembers", () => {
  it("is changed where it is mentioned, and otherwise stays", async () => {
    await memory.remember(ada, { added: { "0x01": 5 } });
    await memory.remember(ada, { usedAt: 7 });
    expect(await memory.read(ada)).toEqual({ address: ada, usedAt: 7, added: { "0x01": 5 } });
    expect(await memory.read(ada.toLowerCase() as typeof ada)).toMatchObject({ usedAt: 7 });
  });

  it("is listed by when it was used, and is of one chain alone", async () => {
    await memory.remember(ada, { usedAt: 7 });
    await memory.remember(ben, { usedAt: 9 });
    await createDeviceMemory(deployment(1)).remember(ada, { usedAt: 99 });
    expect((await memory.all()).map(({ address }) => address)).toEqual([ben, ada]);
  });

  it("is forgotten when asked to", async () => {
    await memory.remember(ada, { usedAt: 7 });
    await memory.forget(ada);
    expect(await memory.read(ada)).toBeUndefined();
    expect(await memory.read(ben)).toBeDefined();
  });
});
