const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

const wide =
  /^(?:[\u1100-\u115f\u2e80-\u303e\u3041-\u4dbf\u4e00-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f]|[\uff01-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|.\ufe0f)/u;

/** How many columns of a terminal a text takes: Chinese and pictures two a character, accents none of their own. */
export function textWidth(text: string): number {
  return charactersOf(text).reduce((sum, character) => sum + characterWidth(character), 0);
}

/** What a person would call a character. */
export function charactersOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

export function characterWidth(character: string): number {
  if (/^[\p{Mn}\p{Me}\u200c\u200d]+$/u.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}
