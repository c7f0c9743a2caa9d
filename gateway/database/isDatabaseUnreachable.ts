import { DrizzleQueryError } from "drizzle-orm/errors";
import { GatewayError } from "../GatewayError.ts";

/**
 * Whether a query failed because the database is away, ends, has no room or cannot be written to, by codes and classes
 * alone: what such an error says holds what was asked.
 */
export function isDatabaseUnreachable(error: unknown): boolean {
  if (!(error instanceof DrizzleQueryError)) return false;
  const { cause } = error;
  if (cause instanceof GatewayError) return cause.name === "StorageUnreachable";
  const code = (cause as { code?: unknown } | undefined)?.code;
  if (typeof code === "string") return sqlStates.test(code) || systemCodes.test(code);
  return cause?.constructor === Error; // a connection that was lost, to both libraries; ours are of other classes
}

/** Connection lost (08), no room or memory (53), shut down (57P), cancelled (57014), input or output (58), read-only. */
const sqlStates = /^(08...|53...|57P..|57014|58...|25006)$/;

const systemCodes = /^E([A-Z]+|AI_[A-Z]+)$/;
