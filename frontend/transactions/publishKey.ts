import { sha256 } from "viem";
import { words } from "../words/words.ts";
import { dayText } from "../ui/dayText.ts";
import type { Transaction } from "./Transaction.ts";

export const publishKey: Transaction<"PublishKey"> = ({ owner, suite, key, nonce, deadline }) => {
  const { title, sentences, action, fields } = words.transactions.publishKey;
  return {
    title,
    sentences: [...sentences],
    action,
    fields: [
      { name: fields.owner, value: owner },
      { name: fields.suite, value: String(suite) },
      { name: fields.key, value: sha256(key) },
      { name: fields.nonce, value: String(nonce) },
      { name: fields.deadline, value: dayText(Number(deadline)) },
    ],
  };
};
