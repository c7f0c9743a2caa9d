import { parseSiweMessage } from "viem/siwe";
import type { Card } from "./Card.ts";

type Names = { domain: string; address: string; nonce: string };

/** What a text that proves an address says, under these names. */
export function siweFields(message: string, names: Names): Card["fields"] {
  const { domain = "", address = "", nonce = "" } = parseSiweMessage(message);
  return [
    { name: names.domain, value: domain },
    { name: names.address, value: address },
    { name: names.nonce, value: nonce },
  ];
}
