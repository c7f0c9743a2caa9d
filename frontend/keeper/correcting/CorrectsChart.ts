import type { Address, Hex } from "viem";
import type { NewRecord } from "#core/chart/NewRecord.ts";

/** What can be done about a record that is there. */
export type CorrectsChart = {
  /** Says on chain that a record in one's own chart is wrong. */
  disputeRecord(record: { capsuleHash: Hex }): Promise<void>;
  /** Says on chain that a record of one's own should never have been there. */
  markEnteredInError(record: { subject: Address; capsuleHash: Hex }): Promise<void>;
  /** Puts a corrected record in the place of one of one's own; the one before stays readable. */
  replaceRecord(replacing: Replacing): Promise<void>;
  /** Has the gateway delete what opens a record of one's own chart. */
  eraseRecord(record: { capsuleHash: Hex }): Promise<void>;
};

/** `form`: the one whose draft has become the record. */
export type Replacing = { subject: Address; capsuleHash: Hex; record: NewRecord; form: string };
