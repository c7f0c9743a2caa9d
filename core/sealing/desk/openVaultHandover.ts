import { nonceSize, openAead, tagSize } from "../aead.ts";
import type { KeyPair } from "../keyPairOf.ts";
import { SealingError } from "../SealingError.ts";
import { suites } from "../suites.ts";
import { unwrapKey } from "../unwrapKey.ts";
import { handoverKey } from "./sealVaultHandover.ts";

export type OpenVaultHandoverParameters = { pair: KeyPair; sealed: Uint8Array; context: Uint8Array };

/**
 * Whoever photographed the QR could have written this. As after unlocking a vault, the roots count only once the keys
 * that follow from them are those on chain.
 */
export function openVaultHandover({ pair, sealed, context }: OpenVaultHandoverParameters): Uint8Array {
  if (sealed.length < headSize + tagSize) throw new SealingError("UnknownFormat", "shorter than any handover");
  const associated = sealed.subarray(0, headSize);
  const key = handoverKey(unwrapKey({ pair, wrapped: associated.subarray(0, wrapSize), context }), context);
  const nonce = associated.subarray(wrapSize);
  const content = openAead({ key, nonce, box: sealed.subarray(headSize), associated });
  if (content === undefined) throw new SealingError("DeskMessageDamaged", "vault content");
  return content;
}

const { wrapSize } = suites[2];
const headSize = wrapSize + nonceSize;
