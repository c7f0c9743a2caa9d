import { type Hex, isHex } from "viem";
import * as v from "valibot";

/** Where a sheet lies, what opens it, and who says that it is the hospital's. */
export type StaffSheetLetter = {
  cid: string;
  key: Hex;
  /** As the sheet says it itself: here it only tells which letter to look at first. */
  at: number;
  signature: Hex;
};

export function staffSheetLetter(letter: StaffSheetLetter): object {
  return { kind, ...letter };
}

/** Undefined where a letter is about something else. */
export function staffSheetIn(content: object): StaffSheetLetter | undefined {
  const { success, output } = v.safeParse(schema, content, { abortEarly: true });
  return success ? output : undefined;
}

const kind = "staff-sheet";

const schema = v.object({
  kind: v.literal(kind),
  cid: v.pipe(v.string(), v.regex(/^[a-z2-7]{10,100}$/)),
  key: v.custom<Hex>((value) => isHex(value) && value.length === 66),
  at: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  signature: v.custom<Hex>((value) => isHex(value) && value.length <= 2 + 2 * 2048),
});
