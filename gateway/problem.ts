import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { ChainError } from "#core/chain/ChainError.ts";
import { GatewayError } from "./GatewayError.ts";
import { isDatabaseUnreachable } from "./database/isDatabaseUnreachable.ts";
import { gatewayErrors } from "./gatewayErrors.ts";

/** What anything that is thrown is answered with. Only what is named is told; `onUnexpected` hears of the rest. */
export function problemOf(error: unknown, onUnexpected: (error: unknown) => void) {
  if (error instanceof ChainError) return problem(error.name, error.message, 409);
  if (error instanceof GatewayError) {
    return problem(error.name, error.message, gatewayErrors[error.name].status, error.retryAfter);
  }
  if (error instanceof HTTPException) return problemOf(new GatewayError("RequestInvalid"), onUnexpected);
  if (isDatabaseUnreachable(error)) return problemOf(new GatewayError("StorageUnreachable"), onUnexpected);
  onUnexpected(error);
  return problemOf(new GatewayError("Unexpected"), onUnexpected);
}

export type Problem = ReturnType<typeof problem>;

function problem(name: string, title: string, status: ContentfulStatusCode, retryAfter?: number) {
  return { name, title, status, retryAfter };
}

export function answerProblem(context: Context, { name, title, status, retryAfter }: Problem) {
  const headers = {
    "Content-Type": "application/problem+json",
    ...(retryAfter !== undefined && { "Retry-After": String(retryAfter) }),
  };
  return context.body(JSON.stringify({ type: `urn:ownchart:error:${name}`, title, status }), status, headers);
}
