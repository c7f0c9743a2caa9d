import type { Address, Hex } from "viem";
import type { MessageName } from "#core/chain/typedMessages.ts";

/** A signed message on its way to the chain, by what is needed to find it there: nothing that the chain will not show. */
export type SentMessage = {
  digest: Hex;
  name: MessageName;
  /** In whose events it will show. */
  about: Address;
  /** The first block of its chain; undefined where no node told. */
  genesis: Hex | undefined;
  /** The newest block before it was sent. */
  since: number;
  /** In Unix seconds; after that it cannot happen any more. */
  deadline: number;
  /** By the clock here, in milliseconds. */
  sentAt: number;
  /** Where the signer pays for it. */
  transaction?: OwnTransaction | undefined;
};

/** The nonce tells whether something else took its place; smart wallets have none that could be read. */
export type OwnTransaction = { hash: Hex; nonce: number | undefined };

/** Remembers what is on its way, so that it can be followed by whoever comes after. */
export type SentMemory = {
  /** Signed, and about to be brought. */
  began(message: SentMessage): Promise<void>;
  paid(digest: Hex, transaction: OwnTransaction): Promise<void>;
  /** Whoever sent it knows what became of it. */
  ended(digest: Hex): Promise<void>;
  /** Whoever sent it waits no longer, and does not know. */
  left(digest: Hex): Promise<void>;
};

/** What became of a message. */
export type SentEnding =
  /** `isReplaced`: by another transaction of the signer's than the one they sent first. */
  | { is: "done"; isReplaced: boolean }
  /** The wallet sent something else in its place. */
  | { is: "cancelled" }
  | { is: "refused"; name: string }
  /** Neither gateway nor chain ever had it. */
  | { is: "lost" }
  | { is: "expired" }
  /** It was for a chain that is not there any more. */
  | { is: "elsewhere" };
