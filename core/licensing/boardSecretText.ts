import { type Hex, bytesToHex, hexToBytes, sha256, toHex } from "viem";
import { LicensingError } from "./LicensingError.ts";

/** A board's secret as it is printed: seventeen groups of four, of which the last tells when one was mistyped. */
export function boardSecretText(secret: Uint8Array): string {
  const digits = `${bytesToHex(secret).slice(2)}${checkOf(secret)}`;
  return digits.toUpperCase().match(/.{4}/g)!.join(" ");
}

/** Spaces, hyphens and case do not matter. */
export function parseBoardSecretText(text: string): Uint8Array<ArrayBuffer> {
  const digits = text.replace(/[\s-]/g, "").toLowerCase();
  if (!/^[0-9a-f]{68}$/.test(digits)) throw new LicensingError("BoardSecretMistyped");
  const secret = new Uint8Array(hexToBytes(`0x${digits.slice(0, 64)}` as Hex));
  if (digits.slice(64) !== checkOf(secret)) throw new LicensingError("BoardSecretMistyped");
  return secret;
}

function checkOf(secret: Uint8Array): string {
  return sha256(toHex(secret)).slice(2, 6);
}
