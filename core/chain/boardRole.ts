import { jurisdictionBytes } from "./jurisdictionBytes.ts";

/** The role in the AccessManager whose members act for the board of a jurisdiction. */
export function boardRole(jurisdiction: string): bigint {
  return (0xb0a2n << 48n) | BigInt(jurisdictionBytes(jurisdiction));
}
