const longest = 100;

/**
 * A name from somebody else's document, safe to stand in a sentence: on one line, of bounded length, without characters
 * that hide or turn around the text beside them. The joiners that Persian and Indian names need stay.
 */
export function plainName(name: string): string {
  const visible = name.replace(/[[\p{Cc}\p{Cf}\p{Cs}]--[\s\u200c\u200d]]/gv, "");
  const oneLine = visible.replace(/\s+/gv, " ").trim();
  return [...oneLine].slice(0, longest).join("").trim();
}
