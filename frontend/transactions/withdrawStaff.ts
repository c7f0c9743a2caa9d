import { dayText } from "../ui/dayText.ts";
import { words } from "../words/words.ts";
import type { Transaction } from "./Transaction.ts";
import { nameOf } from "./names.ts";

export const withdrawStaff: Transaction<"Withdraw"> = ({ hospital, staff, withdrawNonce, deadline }) => {
  const { title, sentences, action, fields } = words.transactions.withdraw;
  const name = nameOf(staff);
  return {
    title: title(name),
    sentences: sentences(name),
    action,
    isGrave: true,
    fields: [
      { name: fields.hospital, value: hospital },
      { name: fields.staff, value: staff },
      { name: fields.withdrawNonce, value: String(withdrawNonce) },
      { name: fields.deadline, value: dayText(Number(deadline)) },
    ],
  };
};
