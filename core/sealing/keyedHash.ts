import { concat, stringToBytes } from "viem";
import { uint32, uint8 } from "./integerBytes.ts";
import { sodium } from "./sodium.ts";

/**
 * BLAKE2b-256 under a key (an empty one: without), of a label and parts. Every part is preceded by its length, so that no
 * two lists of parts are ever hashed as the same bytes.
 */
export function keyedHash(key: Uint8Array, label: string, ...parts: readonly Uint8Array[]): Uint8Array {
  const name = stringToBytes(label);
  const message = concat([uint8(name.length), name, ...parts.flatMap((part) => [uint32(part.length), part])]);
  return sodium.crypto_generichash(32, message, key);
}
