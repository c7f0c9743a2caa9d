import { isAddressEqual } from "viem";
import { words } from "../words/words.ts";
import { dayText } from "../ui/dayText.ts";
import type { Transaction } from "./Transaction.ts";
import { nameOf } from "./names.ts";

export const publishRecords: Transaction<"Publish"> = ({ author, subject, epoch, capsules, deadline }) => {
  const { title, sentences, ownSentences, action, fields } = words.transactions.publish;
  return {
    title: title(capsules.length),
    sentences: isAddressEqual(author, subject)
      ? ownSentences(capsules.length)
      : sentences(capsules.length, nameOf(subject)),
    action,
    fields: [
      { name: fields.author, value: author },
      { name: fields.subject, value: subject },
      { name: fields.epoch, value: String(epoch) },
      { name: fields.capsules, value: capsules.join(", ") },
      { name: fields.deadline, value: dayText(Number(deadline)) },
    ],
  };
};
