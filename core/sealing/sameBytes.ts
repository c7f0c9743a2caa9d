import { sodium } from "./sodium.ts";

/** In a time that says nothing about where they differ. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && sodium.memcmp(a, b);
}
