import { dayText } from "../ui/dayText.ts";
import { words } from "../words/words.ts";
import type { Transaction } from "./Transaction.ts";
import { nameOf } from "./names.ts";

export const publishAsStaff: Transaction<"PublishAsStaff"> = (values) => {
  const { staff, hospital, subject, epoch, capsules, deadline } = values;
  const { title, fields: publishFields, action } = words.transactions.publish;
  const { sentences, fields } = words.transactions.publishAsStaff;
  return {
    title: title(capsules.length),
    sentences: sentences(capsules.length, { patient: nameOf(subject), hospital: nameOf(hospital) }),
    action,
    fields: [
      { name: fields.staff, value: staff },
      { name: fields.hospital, value: hospital },
      { name: publishFields.subject, value: subject },
      { name: publishFields.epoch, value: String(epoch) },
      { name: publishFields.capsules, value: capsules.join(", ") },
      { name: publishFields.deadline, value: dayText(Number(deadline)) },
    ],
  };
};
