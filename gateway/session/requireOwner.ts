import { createMiddleware } from "hono/factory";
import type { GatewayEnvironment } from "../Gateway.ts";
import { GatewayError } from "../GatewayError.ts";
import { parsePart } from "../parsing/parsePart.ts";
import { addressSchema } from "../parsing/schemas.ts";

/** After `requireSession`: lets through whose own address stands in the path. */
export const requireOwner = createMiddleware<GatewayEnvironment>(async (context, next) => {
  const owner = parsePart(addressSchema, context.req.param("address"));
  if (owner !== context.get("address")) throw new GatewayError("NotPermitted");
  await next();
});
