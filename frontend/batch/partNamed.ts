import { type Category, categories } from "#core/records/categories.ts";
import { words } from "../words/words.ts";

/** The part of a chart that a list names, as people or as Ownchart calls it; undefined where there is none of that name. */
export function partNamed(text: string): Category | undefined {
  const name = text.trim().toLowerCase();
  return categories.find((it) => it === name || words.categories[it].toLowerCase() === name);
}
