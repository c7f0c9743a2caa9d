import { encodeErrorResult } from "viem";
import { expect, test } from "vitest";
import { contractAbis } from "#core/chain/contractAbis.ts";
import { explain } from "./explain.ts";

test("a refusal is told in its sentence", () => {
  const data = encodeErrorResult({ abi: contractAbis.ConsentRegistry, errorName: "ConsentKeysetZero" });
  expect(explain(new Error("call failed", { cause: { data } }))).toMatch(/^A chart needs keys/);
});

test("what Hardhat says is not dug under", () => {
  const text = 'HHE703: Cannot connect to the network "public".\nPlease make sure …';
  const cause = Object.assign(new Error(text, { cause: new Error("connect ECONNREFUSED") }), { name: "HardhatError" });
  expect(explain(new Error("An unknown RPC error occurred.", { cause }))).toBe(
    'Cannot connect to the network "public".',
  );
});

test("any other failure is told by the first line of what lies at its bottom", () => {
  const cause = new Error("insufficient funds for gas * price + value\nmore");
  expect(explain(new Error("An unknown RPC error occurred.\n\nVersion: 1", { cause }))).toBe(
    "insufficient funds for gas * price + value",
  );
  expect(explain(new Error("The account does not have enough for this."))).toBe(
    "The account does not have enough for this.",
  );
});
