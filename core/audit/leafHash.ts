import { type Address, type Hex, concat, hexToBytes, sha256 } from "viem";
import { addressBytes } from "../sealing/addressBytes.ts";
import { uint64 } from "../sealing/integerBytes.ts";

export type LeafHashParameters = { salt: Hex; subject: Address; count: number; head: Hex };

/** One subject's leaf. Those who see it beside their own learn nothing of whose it is, nor how much it holds. */
export function leafHash({ salt, subject, count, head }: LeafHashParameters): Hex {
  const whose = sha256(concat([hexToBytes(salt), addressBytes(subject)]), "bytes");
  return sha256(concat([Uint8Array.of(0), whose, uint64(count), hexToBytes(head)]));
}
