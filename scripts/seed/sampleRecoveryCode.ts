import type { Address } from "viem";
import { stringToBytes } from "viem";
import { keyedHash } from "#core/sealing/keyedHash.ts";
import { createRecoveryCode } from "#core/sealing/vault/recoveryCode.ts";

/** Follows from the address, so that anybody can try out how a sample person recovers. */
export function sampleRecoveryCode(address: Address): string {
  const bytes = keyedHash(new Uint8Array(0), "ownchart/sample recovery", stringToBytes(address.toLowerCase()));
  return createRecoveryCode((length) => bytes.slice(0, length));
}
