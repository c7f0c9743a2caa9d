import { type Category, categories } from "#core/records/categories.ts";
import { UsageError } from "../UsageError.ts";
import { didYouMean } from "./didYouMean.ts";

/** `labs,vitals`, or `all`. */
export function parseCategories(text: string | undefined): Category[] {
  if (text === undefined || text === "") return [];
  return text === "all" ? [...categories] : text.split(",").map((word) => parseCategory(word.trim()));
}

export function parseCategory(word: string): Category {
  const found = categories.find((category) => category === word);
  if (found !== undefined) return found;
  const hint = didYouMean(word, categories) || ` There are: ${categories.join(", ")}.`;
  throw new UsageError(`There is no category “${word}”.${hint}`);
}
