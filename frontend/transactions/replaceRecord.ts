import { isAddressEqual } from "viem";
import { dayText } from "../ui/dayText.ts";
import { words } from "../words/words.ts";
import type { Transaction } from "./Transaction.ts";
import { nameOf } from "./names.ts";

export const replaceRecord: Transaction<"Supersede"> = (values) => {
  const { author, subject, epoch, oldCapsule, newCapsule, deadline } = values;
  const { title, sentences, ownSentences, action, fields } = words.transactions.supersede;
  return {
    title,
    sentences: isAddressEqual(author, subject) ? ownSentences : sentences(nameOf(subject)),
    action,
    fields: [
      { name: fields.author, value: author },
      { name: fields.subject, value: subject },
      { name: fields.epoch, value: String(epoch) },
      { name: fields.oldCapsule, value: oldCapsule },
      { name: fields.newCapsule, value: newCapsule },
      { name: fields.deadline, value: dayText(Number(deadline)) },
    ],
  };
};
