import { words } from "../words/words.ts";
import { dayText } from "../ui/dayText.ts";
import type { Transaction } from "./Transaction.ts";
import { nameOf } from "./names.ts";

export const endAccess: Transaction<"Revoke"> = ({ subject, grantee, nextKeyset, revokeNonce, epoch, deadline }) => {
  const { title, sentences, action, fields } = words.transactions.revoke;
  const name = nameOf(grantee);
  return {
    title: title(name),
    sentences: sentences(name),
    action,
    isGrave: true,
    fields: [
      { name: fields.subject, value: subject },
      { name: fields.grantee, value: grantee },
      { name: fields.nextKeyset, value: nextKeyset },
      { name: fields.revokeNonce, value: String(revokeNonce) },
      { name: fields.epoch, value: String(epoch) },
      { name: fields.deadline, value: dayText(Number(deadline)) },
    ],
  };
};
