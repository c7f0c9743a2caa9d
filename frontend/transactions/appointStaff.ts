import { dayText } from "../ui/dayText.ts";
import { words } from "../words/words.ts";
import type { Transaction } from "./Transaction.ts";
import { nameOf } from "./names.ts";

export const appointStaff: Transaction<"Appoint"> = ({ hospital, staff, validUntil, appointNonce, deadline }) => {
  const { title, sentences, action, fields } = words.transactions.appoint;
  const [name, day] = [nameOf(staff), dayText(Number(validUntil))];
  return {
    title: title(name),
    sentences: sentences(name, day),
    action,
    fields: [
      { name: fields.hospital, value: hospital },
      { name: fields.staff, value: staff },
      { name: fields.validUntil, value: day },
      { name: fields.appointNonce, value: String(appointNonce) },
      { name: fields.deadline, value: dayText(Number(deadline)) },
    ],
  };
};
