import { and, eq } from "drizzle-orm";
import { Hono } from "hono";
import type { Gateway, GatewayEnvironment } from "../Gateway.ts";
import { GatewayError } from "../GatewayError.ts";
import { inbox } from "../database/schema.ts";
import { readInbox } from "../inbox/readInbox.ts";
import { sendMessage } from "../inbox/sendMessage.ts";
import { parsePart } from "../parsing/parsePart.ts";
import { readBody } from "../parsing/readBody.ts";
import { addressSchema, countSchema } from "../parsing/schemas.ts";
import { requireOwner } from "../session/requireOwner.ts";
import { requireSession } from "../session/requireSession.ts";

const mostMessageBytes = 65_536;

/** Sealed messages that wait for somebody. */
export function inboxRoutes(gateway: Gateway) {
  return new Hono<GatewayEnvironment>()
    .post("/:address", requireSession(gateway), async (context) => {
      const owner = parsePart(addressSchema, context.req.param("address"));
      const body = await readBody(context, mostMessageBytes);
      if (body.length === 0) throw new GatewayError("RequestInvalid");
      return context.json(
        { position: await sendMessage(gateway, { owner, sender: context.get("address"), body }) },
        201,
      );
    })
    .get("/:address", requireSession(gateway), requireOwner, async (context) => {
      const after = parsePart(countSchema, context.req.query("after") ?? "0");
      return context.json(await readInbox(gateway, { owner: context.get("address"), after }));
    })
    .delete("/:address/:position", requireSession(gateway), requireOwner, async (context) => {
      const position = parsePart(countSchema, context.req.param("position"));
      const isTheirs = and(eq(inbox.owner, context.get("address")), eq(inbox.position, position));
      await gateway.database.delete(inbox).where(isTheirs);
      return context.body(null, 204);
    });
}
