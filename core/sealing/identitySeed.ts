import { type Address, concat } from "viem";
import { addressBytes } from "./addressBytes.ts";
import { uint64 } from "./integerBytes.ts";
import { keyedHash } from "./keyedHash.ts";

export type IdentitySeedParameters = { root: Uint8Array; chainId: number; address: Address };

/** What an address's own key pair hangs from, whose public half stands in KeyDirectory. */
export function identitySeed({ root, chainId, address }: IdentitySeedParameters): Uint8Array {
  return keyedHash(root, "ownchart/identity", concat([uint64(chainId), addressBytes(address)]));
}
