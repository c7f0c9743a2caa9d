import { concat } from "viem";
import { ClientError } from "../ClientError.ts";
import type { Answer } from "./attempt.ts";

/** All bytes of an answer that may have at most so many. */
export async function readAll({ chunks }: Pick<Answer, "chunks">, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > most) throw new ClientError("GatewayAnswerBroken", { detail: "too long" });
    parts.push(chunk);
  }
  return concat(parts);
}
