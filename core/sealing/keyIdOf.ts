import { type Hex, bytesToHex } from "viem";
import { sodium } from "./sodium.ts";

/** By which a public key is known: its BLAKE2b-256. */
export function keyIdOf(publicKey: Uint8Array): Hex {
  return bytesToHex(sodium.crypto_generichash(32, publicKey, null));
}
