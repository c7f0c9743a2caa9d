import { SealingError } from "../sealing/SealingError.ts";
import type { SealingErrorName } from "../sealing/sealingErrorSentences.ts";
import { ChartError } from "./ChartError.ts";

/** Why one record cannot be had, though others can; undefined where nothing can be said of this record alone. */
export function refusalOf(error: unknown): SealingErrorName | "RecordGone" | undefined {
  if (error instanceof SealingError) return error.name;
  return error instanceof ChartError && error.name === "RecordGone" ? error.name : undefined;
}
