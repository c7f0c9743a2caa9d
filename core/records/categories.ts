/** What a grant is cut along. The numbers are in keys and on chains for good: add at the end, never reuse. */
export const categories = [
  "summary",
  "encounters",
  "labs",
  "imaging",
  "medications",
  "immunizations",
  "vitals",
  "mental-health",
  "sexual-health",
  "genomics",
  "administrative",
] as const;

export type Category = (typeof categories)[number];

/** The number of a category, as keys, capsules and keysets hold it. */
export function categoryNumber(category: Category): number {
  return categories.indexOf(category);
}

export function isCategoryNumber(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < categories.length;
}
