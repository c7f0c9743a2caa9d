import { describe, expect, test } from "vitest";
import { houseFaults } from "./houseFaults.ts";

describe("an import", () => {
  test.each([
    ["core/chain/a.ts", 'import { b } from "./b.ts";'],
    ["core/chain/a.ts", 'import { keccak256 } from "viem";'],
    ["core/chain/a.ts", 'import { b } from "#core/sealing/b.ts";'],
    ["core/chain/a.test.ts", 'import { readFile } from "node:fs/promises";'],
    ["core/chain/a.test.ts", 'import { b } from "#test/support/b.ts";'],
    ["frontend/a.test.tsx", 'import { b } from "#test/support/b.ts";'],
    ["gateway/a.ts", 'import { b } from "#ipfs/node/b.ts";'],
    ["frontend/a.tsx", 'import { b } from "#ipfs/client/b.ts";'],
    ["scripts/a.ts", 'import { b } from "../gateway/b.ts";'],
    ["contracts/a/A.sol", 'import {B} from "../b/B.sol";'],
    ["contracts/a/A.sol", 'import {B} from "@openzeppelin/contracts/B.sol";'],
    ["contracts/a/A.t.sol", 'import {B} from "../../test/contracts/support/B.sol";'],
  ])("in %s along the arrows passes: %s", (path, text) => {
    expect(houseFaults({ path, text })).toEqual([]);
  });

  test.each([
    ["core/chain/a.ts", 'import { b } from "#gateway/b.ts";'],
    ["core/chain/a.ts", 'import { b } from "../../scripts/b.ts";'],
    ["core/chain/a.ts", 'import { readFile } from "node:fs/promises";'],
    ["core/chain/a.ts", 'const b = await import("#frontend/b.ts");'],
    ["core/chain/a.ts", 'import { b } from "#test/support/b.ts";'],
    ["core/chain/a.test.ts", 'import { b } from "../../test/support/b.ts";'],
    ["core/chain/a.test.ts", 'import { b } from "#scripts/b.ts";'],
    ["core/chain/a.ts", 'export { b } from "#ipfs/client/b.ts";'],
    ["core/chain/a.ts", 'import "#gateway/b.ts";'],
    ["core/chain/a.ts", 'import {\n  b,\n  c,\n} from "#gateway/b.ts";'],
    ["ipfs/client/a.ts", 'import { b } from "#gateway/b.ts";'],
    ["aggregator/a.ts", 'import { b } from "#ipfs/client/b.ts";'],
    ["frontend/a.tsx", 'import { b } from "#ipfs/node/b.ts";'],
    ["gateway/a.ts", 'import { b } from "#frontend/b.ts";'],
    ["gateway/a.ts", 'import { b } from "../core/b.ts";'],
    ["contracts/a/A.sol", 'import "hardhat/console.sol";'],
    ["contracts/a/A.sol", 'import {B} from "../../test/contracts/support/B.sol";'],
  ])("in %s against the arrows is a fault: %s", (path, text) => {
    expect(houseFaults({ path, text })).toHaveLength(1);
  });
});

test("a contract of more than 250 lines is a fault", () => {
  expect(houseFaults({ path: "contracts/A.sol", text: "\n".repeat(250) })).toEqual([]);
  expect(houseFaults({ path: "contracts/A.sol", text: "\n".repeat(251) })).toHaveLength(1);
});
