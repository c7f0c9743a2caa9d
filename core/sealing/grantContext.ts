import { type Address, concat } from "viem";
import { addressBytes } from "./addressBytes.ts";
import { uint32, uint64 } from "./integerBytes.ts";

/** Who gave to whom, and the chart's epoch after the transaction that gave. */
export type GrantPlace = {
  chainId: number;
  consentRegistry: Address;
  subject: Address;
  grantee: Address;
  epoch: number;
};

/** What a grant is bound to, without being stored: an old one that is brought again does not open. */
export function grantContext({ chainId, consentRegistry, subject, grantee, epoch }: GrantPlace): Uint8Array {
  return concat([
    uint64(chainId),
    addressBytes(consentRegistry),
    addressBytes(subject),
    addressBytes(grantee),
    uint32(epoch),
  ]);
}
