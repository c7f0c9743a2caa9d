import * as v from "valibot";

/** Left exactly as it came, since it will be hashed. */
export const jsonObjectSchema = v.custom<Record<string, unknown>>(
  (value) => typeof value === "object" && value !== null && !Array.isArray(value),
);
