import type { AbiParameterToPrimitiveType } from "viem";
import type { MessageName, TypedMessages } from "./typedMessages.ts";

/** The values of one typed message, e.g. `MessageValues<"Grant">`, with the deadline among them. */
export type MessageValues<Name extends MessageName> = {
  [Member in TypedMessages[Name]["members"][number] as Member["name"]]: AbiParameterToPrimitiveType<Member>;
};
