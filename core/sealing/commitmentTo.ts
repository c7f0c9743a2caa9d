import { keyedHash } from "./keyedHash.ts";

/** Fixes which key a capsule or grant is under, and for which context: nothing else opens it. */
export function commitmentTo(key: Uint8Array, context: Uint8Array): Uint8Array {
  return keyedHash(key, "ownchart/commit", context);
}
