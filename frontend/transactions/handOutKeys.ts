import type { staffSheetTypedData } from "#core/sealing/staff/staffSheetTypedData.ts";
import { momentText } from "../ui/dayText.ts";
import { words } from "../words/words.ts";
import type { Card } from "./Card.ts";

type StaffSheetValues = ReturnType<typeof staffSheetTypedData>["message"];

/** Before a hospital signs the keys that it hands out to its staff. */
export function handOutKeys({ hospital, content, at }: StaffSheetValues): Card {
  const { title, sentences, action, fields } = words.transactions.handOut;
  return {
    title,
    sentences,
    action,
    fields: [
      { name: fields.hospital, value: hospital },
      { name: fields.content, value: content },
      { name: fields.at, value: momentText(Number(at)) },
    ],
  };
}
