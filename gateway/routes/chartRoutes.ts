import { Hono } from "hono";
import * as v from "valibot";
import { eventPlaceSchema } from "../chain/eventPlaceSchema.ts";
import { readChartEvents } from "../chain/readChartEvents.ts";
import { readSharedCharts } from "../chain/readSharedCharts.ts";
import type { Gateway, GatewayEnvironment } from "../Gateway.ts";
import { GatewayError } from "../GatewayError.ts";
import { parsePart } from "../parsing/parsePart.ts";
import { addressSchema } from "../parsing/schemas.ts";
import { requireSession } from "../session/requireSession.ts";

const beginning = { block: -1, index: 0 };

/** What the chain says, for convenience: whoever does not believe it can ask the chain. */
export function chartRoutes(gateway: Gateway) {
  return new Hono<GatewayEnvironment>()
    .get("/charts/:subject", requireSession(gateway), async (context) => {
      const subject = parsePart(addressSchema, context.req.param("subject"));
      const after = parsePart(v.optional(eventPlaceSchema), context.req.query("after"));
      const grantee = context.get("address");
      if (grantee !== subject) {
        const { read, contribute } = await gateway.consent.accessOf({ subject, grantee });
        if (!read && !contribute) throw new GatewayError("NotGranted");
      }
      return context.json(await readChartEvents(gateway, subject, after ?? beginning));
    })
    .get("/shared-with/me", requireSession(gateway), async (context) => {
      const after = parsePart(v.optional(eventPlaceSchema), context.req.query("after"));
      return context.json(await readSharedCharts(gateway, context.get("address"), after));
    });
}
