import { words } from "../words/words.ts";
import { dayText } from "../ui/dayText.ts";
import type { Transaction } from "./Transaction.ts";

export const openChart: Transaction<"OpenChart"> = ({ subject, keyset, deadline }) => {
  const { title, sentences, action, fields } = words.transactions.openChart;
  return {
    title,
    sentences: [...sentences],
    action,
    fields: [
      { name: fields.subject, value: subject },
      { name: fields.keyset, value: keyset },
      { name: fields.deadline, value: dayText(Number(deadline)) },
    ],
  };
};
