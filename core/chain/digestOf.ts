import { type Hex, hashTypedData } from "viem";
import type { MessageName } from "./typedMessages.ts";
import { type TypedDataParameters, typedDataOf } from "./typedDataOf.ts";

/** The 32 bytes that a signature of the message covers. */
export function digestOf<Name extends MessageName>(parameters: TypedDataParameters<Name>): Hex {
  return hashTypedData(typedDataOf(parameters));
}
