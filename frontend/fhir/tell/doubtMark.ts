import { statusWords } from "../../words/statusWords.ts";
import { statusWord } from "./statusWord.ts";

/** That something is confirmed goes without saying; that it is refuted must not be missed. */
export function doubtMark(verification: unknown): string | undefined {
  const word = statusWord(verification);
  return word === statusWords["confirmed"] ? undefined : word;
}
