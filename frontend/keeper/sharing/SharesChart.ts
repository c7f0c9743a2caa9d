import type { Address } from "viem";
import type { Clinician, Share, ShareWish } from "../Keeper.ts";

/** Whom one's own chart is shared with, and how that begins, changes and ends. */
export type SharesChart = {
  /** Whom this chart is shared with now. */
  shares(): Promise<Share[]>;
  /** What sharing so would mean, in sentences; nothing is done. */
  describeShare(wish: ShareWish): Promise<string[]>;
  share(wish: ShareWish): Promise<void>;
  /** Goes on with what a reload interrupted. */
  finishShares(): Promise<void>;
  endShare(grantee: Address): Promise<void>;
  endAllShares(): Promise<void>;
  /** Sends the present keys to whoever was left without them when they changed; and says who is left without them still. */
  sendNewKeys(): Promise<Address[]>;
  /** Everybody with a licence, by name; each held against the register. */
  clinicians(): Promise<Clinician[]>;
};
