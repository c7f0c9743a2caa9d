import { parseSiweMessage } from "viem/siwe";
import type { Card } from "./Card.ts";
import { signInCard } from "./signIn.ts";
import { unlockHereCard } from "./unlockHere.ts";

/** Before a wallet signs a text. One with a statement is for this device; a gateway's has none. */
export function messageCard(message: string): Card {
  return parseSiweMessage(message).statement === undefined ? signInCard(message) : unlockHereCard(message);
}
