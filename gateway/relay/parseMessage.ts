import type { Context } from "hono";
import type { Hex } from "viem";
import type { MessageValues } from "#core/chain/messageValues.ts";
import type { MessageName } from "#core/chain/typedMessages.ts";
import { parseJson } from "../parsing/parseJson.ts";
import { parsePart } from "../parsing/parsePart.ts";
import { signedMessageSchema, valuesSchema } from "./messageSchema.ts";

/** One of the messages that the contracts take, whoever signed it. */
export type SignedMessage = {
  [Name in MessageName]: { name: Name; values: MessageValues<Name>; signature: Hex };
}[MessageName];

const mostBytes = 131_072;

/** A signed message out of a request's body. */
export async function parseMessage(context: Context): Promise<SignedMessage> {
  const { name, values, signature } = await parseJson(context, signedMessageSchema, mostBytes);
  return { name, values: parsePart(valuesSchema(name), values), signature } as unknown as SignedMessage;
}
