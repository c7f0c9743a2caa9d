import { describe, expect, test } from "vitest";
import { contractAbis } from "./contractAbis.ts";
import { DeploymentInvalidError, parseDeployment } from "./parseDeployment.ts";

const address = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
const contracts = Object.fromEntries(Object.keys(contractAbis).map((name) => [name, address.toLowerCase()]));
const valid = { chainId: 1, block: 0, contracts };

describe("a deployment file", () => {
  test("is read with checksummed addresses", () => {
    expect(parseDeployment(valid).contracts.ConsentRegistry).toBe(address);
  });

  test.each([
    ["chainId", undefined],
    ["chainId", { ...valid, chainId: "1" }],
    ["block", { ...valid, block: -1 }],
    ["block", { ...valid, block: 1.5 }],
    ["contracts.AccessManager", { ...valid, contracts: undefined }],
    ["contracts.ConsentRegistry", { ...valid, contracts: { ...contracts, ConsentRegistry: "0x12" } }],
  ])("without a usable %s is refused by that name", (member, value) => {
    expect(() => parseDeployment(value)).toThrow(DeploymentInvalidError);
    expect(() => parseDeployment(value)).toThrow(member);
  });
});
