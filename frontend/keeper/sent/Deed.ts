import type { SentEnding, SentMessage } from "#client/chain/SentMessage.ts";
import type { MessageName } from "#core/chain/typedMessages.ts";

/** Something that was begun in this browser, and what became of it; undefined while it is under way. */
export type Deed = { key: string; name: MessageName; ending: DeedEnding | undefined };

/** `interrupted`: its page was closed before anything was signed. */
export type DeedEnding = SentEnding | { is: "interrupted" };

/** As it lies on the device; without a message it is still being prepared. */
export type KeptDeed = Deed & { /** In milliseconds. */ at: number; message: SentMessage | undefined };

export type FollowsDeeds = {
  /** What was begun before the page was loaded anew, or is waited for by nobody, until it is dismissed. */
  deeds(): Promise<Deed[]>;
  dismissDeed(key: string): Promise<void>;
};
