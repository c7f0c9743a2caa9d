import * as v from "valibot";
import { LicensingError } from "./LicensingError.ts";
import type { Paper } from "./Paper.ts";
import { paperSchema } from "./paperSchema.ts";

/** A paper from JSON, checked in its form alone. */
export function parsePaper(value: unknown): Paper {
  const { success, output } = v.safeParse(paperSchema, value, { abortEarly: true });
  if (!success) throw new LicensingError("PaperUnreadable");
  return output;
}
