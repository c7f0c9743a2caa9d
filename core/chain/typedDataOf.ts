import type { Address, TypedDataParameter } from "viem";
import type { MessageValues } from "./messageValues.ts";
import { type MessageName, typedMessages } from "./typedMessages.ts";

export type TypedDataParameters<Name extends MessageName> = {
  name: Name;
  values: MessageValues<Name>;
  chainId: number;
  /** The deployed contract that takes the message. */
  contract: Address;
};

/** The EIP-712 definition of a message, as `signTypedData` of viem and of every wallet takes it. */
export function typedDataOf<Name extends MessageName>(parameters: TypedDataParameters<Name>) {
  const { name, values, chainId, contract } = parameters;
  const types: Record<string, readonly TypedDataParameter[]> = { [name]: typedMessages[name].members };
  return {
    domain: { name: "Ownchart", version: "1", chainId, verifyingContract: contract },
    types,
    primaryType: name as string,
    message: values as Record<string, unknown>,
  };
}
