import type { Context } from "hono";
import { GatewayError } from "../GatewayError.ts";

/** The whole body, counted as it flows: what it says about its length may be a lie. */
export async function readBody(context: Context, mostBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of context.req.raw.body ?? []) {
      size += chunk.length;
      if (size > mostBytes) throw new GatewayError("TooLarge");
      chunks.push(chunk);
    }
  } catch (cause) {
    if (cause instanceof GatewayError) throw cause;
    throw new GatewayError("RequestInvalid", { cause }); // whoever sent it left, or sent it wrongly
  }
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, size);
}
