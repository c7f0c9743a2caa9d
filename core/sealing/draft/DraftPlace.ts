import { concat, stringToBytes } from "viem";
import { type ChartPlace, chartContext } from "../chartContext.ts";

/** Whose draft of which form it is, on which chain. */
export type DraftPlace = ChartPlace & { form: string };

/** The form comes last, since it alone has no fixed length. */
export function draftContext(place: DraftPlace): Uint8Array {
  return concat([chartContext(place), stringToBytes(place.form)]);
}
