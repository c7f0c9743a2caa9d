import type { Category } from "../categories.ts";

/** Categories that a thing belongs to for what it tells, whatever kind of thing it is. */
export const sensitiveCategories = ["mental-health", "sexual-health", "genomics"] as const satisfies Category[];

export type SensitiveCategory = (typeof sensitiveCategories)[number];
