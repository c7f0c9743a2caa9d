import type { Address } from "viem";
import { words } from "../words/words.ts";

const known = new Map<string, string>();

/** From now on this address is called so on cards; for as long as the page is open. */
export function rememberName(address: Address, name: string): void {
  known.set(address.toLowerCase(), name);
}

/** What a person would call this address; a shortened address where nobody has said. */
export function nameOf(address: Address): string {
  return known.get(address.toLowerCase()) ?? words.common.address(address);
}
