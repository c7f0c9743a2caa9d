const longest = 120;

/** A title of one line that fits into an entry; empty where there is nothing to read. */
export function shortTitle(text: string): string {
  // Cut before cleaning: the text may be as long as a stranger likes.
  const line = text
    .slice(0, 10 * longest)
    .toWellFormed()
    .replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, " ")
    .trim();
  const characters = [...line];
  return characters.length <= longest
    ? line
    : `${characters
        .slice(0, longest - 1)
        .join("")
        .trimEnd()}…`;
}
