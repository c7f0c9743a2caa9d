import type { MeasuredValue } from "./measures.ts";

/** A number with a point or a comma, as people write it; undefined where it is none, or no living person's. */
export function typedValue(typed: string, { from, to }: MeasuredValue): number | undefined {
  const written = typed.trim().replace(",", ".");
  if (!/^\d{1,4}(\.\d{1,4})?$/.test(written)) return undefined;
  const value = Number(written);
  return value < from || value > to ? undefined : value;
}
