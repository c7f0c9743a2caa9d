import type { Category } from "#core/records/categories.ts";

/** Where a note goes: where it was chosen to go, else among the visits, else where it may go at all. */
export function usualCategory(writable: readonly Category[], chosen?: Category): Category {
  return [chosen, "encounters" as const].find((it) => it !== undefined && writable.includes(it)) ?? writable[0]!;
}
