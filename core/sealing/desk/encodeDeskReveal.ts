import { bytesToHex, stringToBytes } from "viem";
import { canonicalJson } from "../../consent/canonicalJson.ts";

export type DeskReveal = { nonceDoctor: Uint8Array; request: string };

/** Step 3: what the doctor's side shows once it has an answer. */
export function encodeDeskReveal({ nonceDoctor, request }: DeskReveal): Uint8Array {
  return stringToBytes(canonicalJson({ nD: bytesToHex(nonceDoctor), request: JSON.parse(request) as unknown }));
}
