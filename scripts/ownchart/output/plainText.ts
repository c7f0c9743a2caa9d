/**
 * A stranger's text, safe to print: nothing in it drives the terminal, hides, or turns around what stands beside it. The
 * joiners that Persian, Indian and family emoji need stay.
 */
export function plainText(text: string): string {
  return text.toWellFormed().replaceAll(/[[\p{Cc}\p{Cf}\p{Co}\u2028\u2029]--[\n\t\u200c\u200d]]/gv, "");
}

const longest = 1000;

/** The same on one line of bounded length. */
export function plainLine(text: string): string {
  return plainText(text.slice(0, longest).replaceAll(/[\s\u2028\u2029]+/g, " ")).trim();
}
