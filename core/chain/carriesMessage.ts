import { type Abi, type AbiFunction, type Hex, decodeFunctionData, getAbiItem, toFunctionSelector } from "viem";
import { contractAbis } from "./contractAbis.ts";
import { digestOf } from "./digestOf.ts";
import type { MessageValues } from "./messageValues.ts";
import type { TypedDataParameters } from "./typedDataOf.ts";
import { type MessageName, typedMessages } from "./typedMessages.ts";

export type CarriesMessageParameters = Omit<TypedDataParameters<MessageName>, "values"> & {
  digest: Hex;
  /** Of a transaction. */
  input: Hex;
};

/** Whether a transaction brings the message of this digest: as its call, or inside a batch or a smart wallet's own call. */
export function carriesMessage({ input, digest, ...message }: CarriesMessageParameters): boolean {
  const { contract, functionName } = typedMessages[message.name];
  const abi = contractAbis[contract];
  const call = getAbiItem({ abi: abi as Abi, name: functionName }) as AbiFunction;
  const selector = toFunctionSelector(call).slice(2);
  for (let at = input.indexOf(selector); at !== -1; at = input.indexOf(selector, at + 1)) {
    const values = valuesIn(contract, `0x${input.slice(at)}`);
    if (values !== undefined && digestOf({ ...message, values }) === digest) return true;
  }
  return false;
}

function valuesIn(contract: keyof typeof contractAbis, data: Hex): MessageValues<MessageName> | undefined {
  try {
    const { args } = decodeFunctionData({ abi: contractAbis[contract], data });
    const [message, deadline] = args as unknown as [object, bigint];
    return { ...message, deadline } as MessageValues<MessageName>;
  } catch {
    return undefined;
  }
}
