import type { Address, Hex } from "viem";

/** What can be done about a record that is there. */
export type CorrectsChart = {
  /** Says on chain that a record in one's own chart is wrong. */
  disputeRecord(record: { capsuleHash: Hex }): Promise<void>;
  /** Says on chain that a record of one's own should never have been there. */
  markEnteredInError(record: { subject: Address; capsuleHash: Hex }): Promise<void>;
  /** Has the gateway delete what opens a record of one's own chart. */
  eraseRecord(record: { capsuleHash: Hex }): Promise<void>;
};
