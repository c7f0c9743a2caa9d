import { words } from "../words/words.ts";
import type { Transaction } from "./Transaction.ts";
import { dayText } from "../ui/dayText.ts";
import { nameOf } from "./names.ts";

let agreed: string[] = [];

/** The sentences of the terms that the next card is about; the message itself has only their hash. */
export function agreeTo(sentences: string[]): void {
  agreed = sentences;
}

export const grantAccess: Transaction<"Grant"> = (values) => {
  const { title, action, fields, yes, no, unchanged } = words.transactions.grant;
  const { subject, grantee, read, contribute, validFrom, validUntil, terms, nextKeyset } = values;
  const sentences = agreed;
  agreed = [];
  return {
    title: title(nameOf(grantee)),
    sentences,
    action,
    fields: [
      { name: fields.subject, value: subject },
      { name: fields.grantee, value: grantee },
      { name: fields.read, value: read ? yes : no },
      { name: fields.contribute, value: contribute ? yes : no },
      { name: fields.validFrom, value: dayText(Number(validFrom)) },
      { name: fields.validUntil, value: dayText(Number(validUntil)) },
      { name: fields.terms, value: terms },
      { name: fields.nextKeyset, value: BigInt(nextKeyset) === 0n ? unchanged : nextKeyset },
      { name: fields.grantNonce, value: String(values.grantNonce) },
      { name: fields.generation, value: String(values.generation) },
      { name: fields.epoch, value: String(values.epoch) },
      { name: fields.deadline, value: dayText(Number(values.deadline)) },
    ],
  };
};
