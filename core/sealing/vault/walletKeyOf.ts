import { uint32 } from "../integerBytes.ts";
import { keyedHash } from "../keyedHash.ts";
import { isPrivateKey } from "./isPrivateKey.ts";
import { recoveryFactor } from "./recoveryCode.ts";

/** The private key of a wallet made on this device: the code alone brings back wallet and vault. */
export function walletKeyOf(code: string): Uint8Array {
  const factor = recoveryFactor(code);
  for (let i = 0; ; i++) {
    const key = keyedHash(factor, "ownchart/wallet", uint32(i));
    if (isPrivateKey(key)) return key;
  }
}
