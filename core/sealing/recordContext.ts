import { type Address, concat } from "viem";
import { addressBytes } from "./addressBytes.ts";
import { uint64 } from "./integerBytes.ts";

/** Where a record was published, and by whom. */
export type RecordPlace = { chainId: number; recordRegistry: Address; subject: Address; author: Address };

/**
 * What a record is bound to. It is never stored: the reader knows it from the chain, so a record that was moved to another
 * chart, or claimed by another author, does not open.
 */
export function recordContext({ chainId, recordRegistry, subject, author }: RecordPlace): Uint8Array {
  return concat([uint64(chainId), addressBytes(recordRegistry), addressBytes(subject), addressBytes(author)]);
}
