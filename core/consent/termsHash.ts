import { type Hex, sha256, stringToBytes } from "viem";
import { canonicalJson } from "./canonicalJson.ts";

/** What the chain holds of terms: SHA-256 of their canonical JSON. */
export function termsHash(terms: unknown): Hex {
  return sha256(stringToBytes(canonicalJson(terms)));
}
