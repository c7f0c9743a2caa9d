import type { Address, Hex } from "viem";
import type { MessageValues } from "#core/chain/messageValues.ts";
import type { MessageName } from "#core/chain/typedMessages.ts";
import type { ChainEvent } from "./createEventReader.ts";

/** Something that shall change on chain, and how one knows that it has. */
export type Change<Name extends MessageName, Outcome> = {
  name: Name;
  values: MessageValues<Name>;
  /** In whose events it will show. */
  about: Address;
  /** What came of it, by what happened since it was signed; undefined where it is not there. */
  outcomeIn(events: ChainEvent[]): Outcome | undefined | Promise<Outcome | undefined>;
};

/** A message that anybody can bring to its contract. */
export type SignedMessage = {
  name: MessageName;
  values: MessageValues<MessageName>;
  signature: Hex;
  digest: Hex;
  /** The contract, and the call that brings it. */
  to: Address;
  data: Hex;
};

/** Ends once the message is said to be in a block; the chain is asked afterwards in any case. */
export type Bring = (message: SignedMessage) => Promise<void>;
