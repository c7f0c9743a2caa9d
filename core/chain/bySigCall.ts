import { type Hex, encodeFunctionData } from "viem";
import { contractAbis } from "./contractAbis.ts";
import type { MessageValues } from "./messageValues.ts";
import { type MessageName, typedMessages } from "./typedMessages.ts";

export type BySigCallParameters<Name extends MessageName> = {
  name: Name;
  values: MessageValues<Name>;
  signature: Hex;
};

/** The call data that brings a signed message to its contract, whoever sends it. */
export function bySigCall<Name extends MessageName>({ name, values, signature }: BySigCallParameters<Name>): Hex {
  const { contract, functionName } = typedMessages[name];
  const { deadline, ...message } = values as MessageValues<MessageName>;
  return encodeFunctionData({
    abi: contractAbis[contract],
    functionName,
    args: [message, deadline, signature],
  } as Parameters<typeof encodeFunctionData>[0]);
}
