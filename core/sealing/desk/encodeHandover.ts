import { concat } from "viem";
import { SealingError } from "../SealingError.ts";
import { type Roots, encodeRoots } from "../vault/roots.ts";

/** What a new device of one's own needs to be like the old one. */
export type Handover = {
  roots: Roots;
  /** The private key of a wallet that was made with Ownchart; a wallet made elsewhere comes by its own means. */
  walletKey: Uint8Array | undefined;
};

export const walletKeySize = 32;

/** The vault's content, and behind it the wallet's key where there is one. */
export function encodeHandover({ roots, walletKey }: Handover): Uint8Array {
  if (walletKey === undefined) return encodeRoots(roots);
  if (walletKey.length !== walletKeySize) throw new SealingError("UnknownFormat");
  return concat([encodeRoots(roots), walletKey]);
}
