import type { Category } from "../categories.ts";

/** Turns a table around that has for each category its codes and what they mean. */
export function categoryByCode<C extends Category>(table: Partial<Record<C, Record<string, string>>>): Map<string, C> {
  return turnedAround(table, (codes) => Object.keys(codes));
}

/** Turns a table around that has for each category its words, in rows that say why. */
export function categoryByWord<C extends Category>(table: Partial<Record<C, Record<string, string>>>): Map<string, C> {
  return turnedAround(table, (rows) => Object.values(rows).flatMap((words) => words.split(" ")));
}

function turnedAround<C extends Category>(
  table: Partial<Record<C, Record<string, string>>>,
  keysOf: (row: Record<string, string>) => string[],
): Map<string, C> {
  const rows = Object.entries(table) as [C, Record<string, string>][];
  return new Map(rows.flatMap(([category, row]) => keysOf(row).map((key) => [key, category])));
}
