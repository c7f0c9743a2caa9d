import { hexToBytes } from "viem";
import { SealingError } from "../SealingError.ts";
import type { DeskOffer } from "./DeskOffer.ts";
import { deskOfferPrefix } from "./encodeDeskOffer.ts";

export function parseDeskOffer(text: string): DeskOffer {
  const digits = text.slice(deskOfferPrefix.length);
  if (!text.startsWith(deskOfferPrefix) || !/^[0-9A-F]{160}$/.test(digits)) {
    throw new SealingError("UnknownFormat", "not a QR of a desk");
  }
  const bytes = hexToBytes(`0x${digits}`);
  return { commitment: bytes.slice(0, 32), mailbox: bytes.slice(32, 48), key: bytes.slice(48) };
}
