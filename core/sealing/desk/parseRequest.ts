import * as v from "valibot";
import { canonicalJson } from "../../consent/canonicalJson.ts";
import { SealingError } from "../SealingError.ts";

/** A request of one kind out of its canonical JSON; members that are not known are passed over. */
export function parseRequest<Schema extends v.GenericSchema>(text: string, schema: Schema): v.InferOutput<Schema> {
  const result = v.safeParse(schema, canonicalValue(text), { abortEarly: true });
  if (!result.success) throw new SealingError("UnknownFormat", v.getDotPath(result.issues[0]) ?? "not a request");
  return result.output;
}

function canonicalValue(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return canonicalJson(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
}
