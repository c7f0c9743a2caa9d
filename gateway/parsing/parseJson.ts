import type { Context } from "hono";
import * as v from "valibot";
import { GatewayError } from "../GatewayError.ts";
import { readBody } from "./readBody.ts";

/** A JSON body of at most so many bytes, in the form that is needed. */
export async function parseJson<Schema extends v.GenericSchema>(
  context: Context,
  schema: Schema,
  mostBytes: number,
): Promise<v.InferOutput<Schema>> {
  const bytes = await readBody(context, mostBytes);
  try {
    return v.parse(schema, JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  } catch {
    throw new GatewayError("RequestInvalid");
  }
}
