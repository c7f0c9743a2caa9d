import * as v from "valibot";
import { ClientError } from "../ClientError.ts";
import type { Answer } from "./attempt.ts";
import { readJson } from "./readJson.ts";
import { refusalOf } from "./refusalOf.ts";

const problemSchema = v.object({
  type: v.pipe(v.string(), v.regex(/^urn:ownchart:error:[A-Za-z]{1,64}$/)),
  title: v.string(),
});

/** What an answer that is none means: a named refusal, a gateway that is away behind its proxy, or nothing that it promises. */
export async function readRefusal(answer: Answer): Promise<Error> {
  const { status, headers } = answer;
  if (mediaTypeOf(headers) !== "application/problem+json") {
    answer.discard();
    return new ClientError(isAway(status) ? "GatewayUnreachable" : "GatewayAnswerBroken", {
      detail: `status ${status}`,
    });
  }
  const { type, title } = await readJson(answer, problemSchema, 16_384);
  const name = type.slice("urn:ownchart:error:".length);
  return refusalOf({ name, title, status, retryAfter: secondsIn(headers.get("Retry-After")) });
}

export function mediaTypeOf(headers: Headers): string {
  return (headers.get("Content-Type") ?? "").split(";")[0]!.trim().toLowerCase();
}

export function isAway(status: number): boolean {
  return status === 502 || status === 503 || status === 504;
}

function secondsIn(header: string | null): number | undefined {
  return header !== null && /^\d{1,9}$/.test(header) ? Number(header) : undefined;
}
