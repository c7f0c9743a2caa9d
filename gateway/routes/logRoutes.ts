import { Hono } from "hono";
import type { Gateway, GatewayEnvironment } from "../Gateway.ts";
import { GatewayError } from "../GatewayError.ts";
import { readLogPage } from "../log/readLogPage.ts";
import { addressSchema, countSchema } from "../parsing/schemas.ts";
import { parsePart } from "../parsing/parsePart.ts";
import { requireSession } from "../session/requireSession.ts";

/** Who received which keys, for whom they are about and nobody else. */
export function logRoutes(gateway: Gateway) {
  return new Hono<GatewayEnvironment>().get("/:subject", requireSession(gateway), async (context) => {
    const subject = parsePart(addressSchema, context.req.param("subject"));
    const after = parsePart(countSchema, context.req.query("after") ?? "0");
    if (subject !== context.get("address")) throw new GatewayError("NotPermitted");
    return context.json(await readLogPage(gateway, subject, after), 200, { "Cache-Control": "no-store" });
  });
}
