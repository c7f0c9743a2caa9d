import { pseudoLocale } from "./pseudoLocale.ts";

/** `?words=pseudo` marks whatever comes from here, and so shows what does not. */
const isPseudo = new URLSearchParams(globalThis.location?.search ?? "").get("words") === "pseudo";

/** All words of a topic, as they are to be read. */
export function inLocale<Words>(words: Words): Words {
  return isPseudo ? pseudoLocale(words) : words;
}
