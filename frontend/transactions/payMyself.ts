import type { Address } from "viem";
import { words } from "../words/words.ts";
import type { Card } from "./Card.ts";

/** Where the gateway does not bring what was signed: the wallet can, at its own cost. */
export function payCard({ to }: { to: Address }): Card {
  const { title, sentences, action, fields } = words.transactions.pay;
  return { title, sentences: [...sentences], action, isPaid: true, fields: [{ name: fields.to, value: to }] };
}
