import { words } from "../words/words.ts";
import type { Card } from "./Card.ts";
import { siweFields } from "./siweFields.ts";

/** Before a wallet signs the text that is half of a device's way to unlock. */
export function unlockHereCard(message: string): Card {
  const { title, sentences, action, fields } = words.transactions.unlockHere;
  return { title, sentences: [...sentences], action, fields: siweFields(message, fields) };
}
