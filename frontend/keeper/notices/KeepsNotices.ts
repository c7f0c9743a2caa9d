import type { Address } from "viem";

/** Told by the chain, and by what this device remembers. */
export type KeepsNotices = {
  /** What others have put into one's own chart since it was looked at before; nothing where this device never saw it. */
  addedByOthers(): Promise<Addition[]>;
  /** Whether anything waits in one's inbox. */
  hasMail(): Promise<boolean>;
  /** The keys of the notices that were put away here. */
  putAwayNotices(): Promise<string[]>;
  putAwayNotice(key: string): Promise<void>;
};

export type Addition = { author: Address; records: number; newestAt: number };
