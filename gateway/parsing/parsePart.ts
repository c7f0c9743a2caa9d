import * as v from "valibot";
import { GatewayError } from "../GatewayError.ts";

/** A part of a path or query in the form that is needed. */
export function parsePart<Schema extends v.GenericSchema>(schema: Schema, part: unknown): v.InferOutput<Schema> {
  const result = v.safeParse(schema, part);
  if (!result.success) throw new GatewayError("RequestInvalid");
  return result.output;
}
