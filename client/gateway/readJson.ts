import * as v from "valibot";
import { ClientError } from "../ClientError.ts";
import type { Answer } from "./attempt.ts";
import { readAll } from "./readAll.ts";

/** An answer's JSON in the form that it must have. */
export async function readJson<Schema extends v.GenericSchema>(
  answer: Pick<Answer, "chunks">,
  schema: Schema,
  most = 65_536,
): Promise<v.InferOutput<Schema>> {
  const bytes = await readAll(answer, most);
  const { success, output } = v.safeParse(schema, parsed(bytes), { abortEarly: true });
  if (!success) throw new ClientError("GatewayAnswerBroken", { detail: "form" });
  return output;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new ClientError("GatewayAnswerBroken", { detail: "no JSON" });
  }
}
