import { words } from "../words/words.ts";

/**
 * The sentence for an error's name; what libraries say themselves is shown to nobody. One that names what the contract said
 * was made with it where the error was, and is its message.
 */
export function errorSentence(error: unknown): string {
  for (let it = error as Error | undefined; it !== undefined && it !== null; it = it.cause as Error | undefined) {
    const sentence: unknown = words.errors.byName[it.name];
    if (typeof sentence === "function") return it.message;
    if (typeof sentence === "string") return sentence;
  }
  return words.errors.unknown;
}
