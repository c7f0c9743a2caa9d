import { parseSiweMessage } from "viem/siwe";
import { words } from "../words/words.ts";
import type { Card } from "./Card.ts";

/** Before a wallet signs a text: which gateway it proves its address to. */
export function signInCard(message: string): Card {
  const { title, sentences, action, fields } = words.transactions.signIn;
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
