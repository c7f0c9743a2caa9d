/** The same words, each marked: what stands on a screen without a mark is not from here. */
export function pseudoLocale<Words>(words: Words): Words {
  if (typeof words === "string") return `⟦${accented(words)}⟧` as Words;
  if (typeof words === "function") return ((...values: unknown[]) => pseudoLocale(words(...values))) as Words;
  if (Array.isArray(words)) return words.map((it: unknown) => pseudoLocale(it)) as Words;
  if (typeof words !== "object" || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([name, it]) => [name, pseudoLocale(it)])) as Words;
}

const accents: Record<string, string> = { a: "á", e: "é", i: "í", o: "ó", u: "ú", n: "ñ", c: "ç", y: "ý" };

function accented(text: string): string {
  return text.replace(/[aeiouncy]/g, (letter) => accents[letter]!);
}
