import { parseSiweMessage } from "viem/siwe";
import { words } from "../words/words.ts";
import type { Card } from "./Card.ts";

/** Before a wallet signs the text that is half of a device's way to unlock. */
export function unlockHereCard(message: string): Card {
  const { title, sentences, action, fields } = words.transactions.unlockHere;
  const { domain = "", address = "", nonce = "" } = parseSiweMessage(message);
  return {
    title,
    sentences: [...sentences],
    action,
    fields: [
      { name: fields.domain, value: domain },
      { name: fields.address, value: address },
      { name: fields.nonce, value: nonce },
    ],
  };
}
