import { words } from "../words/words.ts";

/** The sentence for an error's name; what libraries say themselves is shown to nobody. */
export function errorSentence(error: unknown): string {
  for (let it = error as Error | undefined; it !== undefined && it !== null; it = it.cause as Error | undefined) {
    const sentence = words.errors.byName[it.name];
    if (sentence !== undefined) return sentence;
  }
  return words.errors.unknown;
}
