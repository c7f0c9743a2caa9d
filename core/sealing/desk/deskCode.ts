import { type Address, stringToBytes } from "viem";
import { addressBytes } from "../addressBytes.ts";
import { readUint32 } from "../integerBytes.ts";
import { keyedHash } from "../keyedHash.ts";
import { SealingError } from "../SealingError.ts";

export type DeskCodeParameters = {
  request: string;
  subject: Address;
  nonceDoctor: Uint8Array;
  noncePatient: Uint8Array;
};

/** The six digits that both sides compute, and that are the same only if nothing in between was changed. */
export function deskCode({ request, subject, nonceDoctor, noncePatient }: DeskCodeParameters): string {
  const parts = [stringToBytes(request), addressBytes(subject), nonceDoctor, noncePatient];
  const hash = keyedHash(new Uint8Array(), "ownchart/desk-code", ...parts);
  for (let at = 0; at < hash.length; at += 4) {
    const number = readUint32(hash, at);
    if (number < evenlySplit) return String(number % codes).padStart(6, "0");
  }
  throw new SealingError("DeskClosed", "no number in the hash is small enough, as once in 2^97");
}

const codes = 1_000_000;

/** The largest multiple of the number of codes that four bytes hold: below it, each code is as likely as any other. */
const evenlySplit = 4_294_000_000;
