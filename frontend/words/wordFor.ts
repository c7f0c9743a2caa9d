/** What a table of words says to a code that a stranger wrote: never what an object has of itself. */
export function wordFor(words: Readonly<Record<string, string>>, code: unknown): string | undefined {
  return typeof code === "string" && Object.hasOwn(words, code) ? words[code] : undefined;
}
