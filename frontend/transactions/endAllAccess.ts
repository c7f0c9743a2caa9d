import { words } from "../words/words.ts";
import { dayText } from "../ui/dayText.ts";
import type { Transaction } from "./Transaction.ts";

export const endAllAccess: Transaction<"RevokeAll"> = ({ subject, nextKeyset, generation, epoch, deadline }) => {
  const { title, sentences, action, fields } = words.transactions.revokeAll;
  return {
    title,
    sentences: [...sentences],
    action,
    isGrave: true,
    fields: [
      { name: fields.subject, value: subject },
      { name: fields.nextKeyset, value: nextKeyset },
      { name: fields.generation, value: String(generation) },
      { name: fields.epoch, value: String(epoch) },
      { name: fields.deadline, value: dayText(Number(deadline)) },
    ],
  };
};
