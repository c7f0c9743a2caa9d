import { dayText } from "../ui/dayText.ts";
import { words } from "../words/words.ts";
import type { Transaction } from "./Transaction.ts";

export const disputeRecord: Transaction<"Dispute"> = ({ subject, capsule, deadline }) => {
  const { title, sentences, action, fields } = words.transactions.dispute;
  return {
    title,
    sentences,
    action,
    fields: [
      { name: fields.subject, value: subject },
      { name: fields.capsule, value: capsule },
      { name: fields.deadline, value: dayText(Number(deadline)) },
    ],
  };
};
