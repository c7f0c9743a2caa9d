import { plainText } from "../screens/chart/plainText.ts";

/** The words of a text without accents, and in one of the two spellings that English has of Greek and Latin. */
export function plainWords(text: string): string[] {
  return plainText(text)
    .replaceAll(/[’']/g, "")
    .replaceAll(/[ao]e/g, "e")
    .replaceAll(/our\b/g, "or")
    .split(/[^\p{L}\p{N}.]+/u)
    .map((word) => word.replace(/\.$/, ""))
    .filter((word) => word !== "");
}
