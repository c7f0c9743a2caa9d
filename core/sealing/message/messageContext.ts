import { type Address, concat } from "viem";
import { addressBytes } from "../addressBytes.ts";
import { uint64 } from "../integerBytes.ts";

/** Who wrote to whom, on which chain. */
export type MessagePlace = { chainId: number; keyDirectory: Address; from: Address; to: Address };

/** What a message is bound to, without being stored: handed on as somebody else's, or to somebody else, it does not open. */
export function messageContext({ chainId, keyDirectory, from, to }: MessagePlace): Uint8Array {
  return concat([uint64(chainId), addressBytes(keyDirectory), addressBytes(from), addressBytes(to)]);
}
