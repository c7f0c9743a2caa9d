import { type Address, isAddress } from "viem";
import { UsageError } from "../UsageError.ts";

/** Lower case, however it was written; where it has both cases, they must agree with its checksum. */
export function parseAddress(text: string): Address {
  if (!isAddress(text)) {
    throw new UsageError(`“${text}” is not an address: 0x and 40 hex digits, without a typing error.`);
  }
  return text.toLowerCase() as Address;
}
