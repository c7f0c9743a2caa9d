import { bytesToHex, concat } from "viem";
import type { DeskOffer } from "./DeskOffer.ts";

/** By which our codes are told from all others; the number is the version of the whole exchange. */
export const deskOfferPrefix = "OWNCHART:DESK:1:";

/** The text of the QR, in characters that QR codes hold in five and a half bits each: upper case, digits, colons. */
export function encodeDeskOffer({ commitment, mailbox, key }: DeskOffer): string {
  return (
    deskOfferPrefix +
    bytesToHex(concat([commitment, mailbox, key]))
      .slice(2)
      .toUpperCase()
  );
}
