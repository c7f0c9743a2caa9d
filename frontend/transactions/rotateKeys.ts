import { words } from "../words/words.ts";
import { dayText } from "../ui/dayText.ts";
import type { Transaction } from "./Transaction.ts";

export const rotateKeys: Transaction<"Rotate"> = ({ subject, epoch, nextKeyset, deadline }) => {
  const { title, sentences, action, fields } = words.transactions.rotate;
  return {
    title,
    sentences: [...sentences],
    action,
    fields: [
      { name: fields.subject, value: subject },
      { name: fields.epoch, value: String(epoch) },
      { name: fields.nextKeyset, value: nextKeyset },
      { name: fields.deadline, value: dayText(Number(deadline)) },
    ],
  };
};
