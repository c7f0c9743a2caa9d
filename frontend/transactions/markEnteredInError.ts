import { dayText } from "../ui/dayText.ts";
import { words } from "../words/words.ts";
import type { Transaction } from "./Transaction.ts";

export const markEnteredInError: Transaction<"MarkEnteredInError"> = ({ author, subject, capsule, deadline }) => {
  const { title, sentences, action, fields } = words.transactions.markEnteredInError;
  return {
    title,
    sentences,
    action,
    isGrave: true,
    fields: [
      { name: fields.author, value: author },
      { name: fields.subject, value: subject },
      { name: fields.capsule, value: capsule },
      { name: fields.deadline, value: dayText(Number(deadline)) },
    ],
  };
};
