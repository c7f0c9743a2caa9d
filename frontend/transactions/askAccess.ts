import { categories } from "#core/records/categories.ts";
import type { accessRequestTypedData } from "#core/sealing/desk/accessRequestTypedData.ts";
import { dayText } from "../ui/dayText.ts";
import { words } from "../words/words.ts";
import type { Card } from "./Card.ts";

type AccessRequestValues = ReturnType<typeof accessRequestTypedData>["message"];

/** Before a clinician signs what they ask a patient for. */
export function askAccess({ doctor, kind, keyId, credential, categories: asked, until }: AccessRequestValues): Card {
  const { title, sentences, action, fields } = words.transactions.askAccess;
  const parts = asked.map((number) => words.categories[categories[number]!]).join(", ");
  const day = dayText(Number(until));
  return {
    title,
    sentences: sentences(parts, day),
    action,
    fields: [
      { name: fields.doctor, value: doctor },
      { name: fields.kind, value: words.sharing.kinds[kind] ?? String(kind) },
      { name: fields.keyId, value: keyId },
      { name: fields.credential, value: credential },
      { name: fields.categories, value: parts },
      { name: fields.until, value: day },
    ],
  };
}
