import { type Address, isAddress } from "viem";
import type { Grantee } from "./Grantee.ts";

/** Somebody from the register, or what was typed of somebody close, which may be half of it. */
export type Whom = { kind: "clinician" | "relative"; name: string; address: string };

export const nobody: Whom = { kind: "clinician", name: "", address: "" };

/** Undefined where it is not yet somebody. */
export function granteeOf({ kind, name, address }: Whom): Grantee | undefined {
  const [trimmed, called] = [address.trim(), name.trim()];
  if (!isAddress(trimmed) || called === "") return undefined;
  return { address: trimmed satisfies Address, name: called, isRelative: kind === "relative" };
}
