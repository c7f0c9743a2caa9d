import type { AbiFunction, AbiParameter } from "viem";
import { describe, expect, test } from "vitest";
import { contractAbis } from "./contractAbis.ts";
import { typedMessages } from "./typedMessages.ts";

const messages = Object.entries(typedMessages);
const functions = (contract: keyof typeof contractAbis) =>
  contractAbis[contract].filter((item) => item.type === "function") as unknown as AbiFunction[];
const shape = ({ name, type }: AbiParameter) => ({ name, type });

describe.each(messages)("the message %s", (_, { contract, functionName, signer, members }) => {
  const [struct, deadline, signature] = functions(contract).find(({ name }) => name === functionName)?.inputs ?? [];

  test("is the struct that its function takes, followed by the deadline", () => {
    const components = (struct as { components: readonly AbiParameter[] }).components;
    expect([...components.map(shape), { name: "deadline", type: "uint256" }]).toEqual(members);
    expect([deadline, signature].map((parameter) => shape(parameter!))).toEqual([
      { name: "deadline", type: "uint256" },
      { name: "signature", type: "bytes" },
    ]);
  });

  test("names its signer first", () => {
    expect(members[0]).toEqual({ name: signer, type: "address" });
  });
});

test("every function that takes a signature has its message", () => {
  const bySig = (Object.keys(contractAbis) as (keyof typeof contractAbis)[]).flatMap((contract) =>
    functions(contract).flatMap(({ name }) => (name.endsWith("BySig") ? [`${contract}.${name}`] : [])),
  );
  expect(messages.map(([, { contract, functionName }]) => `${contract}.${functionName}`).toSorted()).toEqual(
    bySig.toSorted(),
  );
});
