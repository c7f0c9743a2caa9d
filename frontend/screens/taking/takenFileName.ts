import type { TakeWish } from "../../keeper/taking/TakesAlong.ts";
import { takingWords } from "../../words/takingWords.ts";

/** Says when it was made and whether something is missing, and not whose it is. */
export function takenFileName({ form, isWhole }: { form: TakeWish["form"]; isWhole: boolean }): string {
  const name = takingWords.fileName(new Date().toISOString().slice(0, 10));
  return `${isWhole ? name : takingWords.incomplete(name)}.${form === "bundle" ? "json" : "ownchart"}`;
}
