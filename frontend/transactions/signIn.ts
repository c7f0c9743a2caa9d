import { words } from "../words/words.ts";
import type { Card } from "./Card.ts";
import { siweFields } from "./siweFields.ts";

/** Before a wallet signs a text: which gateway it proves its address to. */
export function signInCard(message: string): Card {
  const { title, sentences, action, fields } = words.transactions.signIn;
  return { title, sentences: [...sentences], action, fields: siweFields(message, fields) };
}
