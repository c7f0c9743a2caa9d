import { type Address, bytesToHex, stringToBytes } from "viem";
import { canonicalJson } from "../../consent/canonicalJson.ts";

export type DeskAnswer = { noncePatient: Uint8Array; subject: Address };

/** Step 2: what the patient's side writes first. */
export function encodeDeskAnswer({ noncePatient, subject }: DeskAnswer): Uint8Array {
  return stringToBytes(canonicalJson({ nP: bytesToHex(noncePatient), subject: subject.toLowerCase() }));
}
