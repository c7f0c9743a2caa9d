import type { Address } from "viem";

/** An account on a chain as a decentralised identifier, in the one spelling that the house uses. */
export function pkhDid({ chainId, address }: { chainId: number; address: Address }): string {
  return `did:pkh:eip155:${chainId}:${address.toLowerCase()}`;
}
