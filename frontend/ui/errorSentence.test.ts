import { expect, test } from "vitest";
import { chainErrorIn } from "#core/chain/ChainError.ts";
import { allContractsAbi } from "#core/chain/contractAbis.ts";
import { encodeErrorResult } from "viem";
import { errorSentence } from "./errorSentence.ts";

const holder = "0x00000000219ab540356cBB839Cbe05303d7705Fa";
const named = (name: string) => Object.assign(new Error("ECONNREFUSED 10.0.0.7"), { name });

test("an error is told by its name, whatever it says itself, and by that of its cause", () => {
  expect(errorSentence(named("VaultLocked"))).toBe("Your vault is locked; unlock it to go on.");
  expect(errorSentence(new Error("wrapped", { cause: named("VaultLocked") }))).toContain("vault is locked");
  expect(errorSentence(named("Unheard"))).not.toContain("10.0.0.7");
});

test("a contract's refusal that names somebody is told with them", () => {
  const args = [`0x${"11".repeat(32)}`, holder, 0] as const;
  const data = encodeErrorResult({ abi: allContractsAbi, errorName: "LicenceNumberTaken", args });
  expect(errorSentence(chainErrorIn(data))).toBe(
    `This licence number is carried by ${holder}; revoke that licence first.`,
  );
});
