import { stringToBytes } from "viem";
import { keyedHash } from "../keyedHash.ts";

export type DeskCommitmentParameters = {
  nonceDoctor: Uint8Array;
  /** Canonical JSON, byte for byte as it will be sent. */
  request: string;
};

/** Fixes the doctor's nonce and request before the patient's nonce is known, so that nobody can search for a code. */
export function deskCommitment({ nonceDoctor, request }: DeskCommitmentParameters): Uint8Array {
  return keyedHash(new Uint8Array(), "ownchart/desk-commit", nonceDoctor, stringToBytes(request));
}
