import { Hono } from "hono";
import * as v from "valibot";
import type { Gateway, GatewayEnvironment } from "../Gateway.ts";
import { turns } from "../limits/turns.ts";
import { parsePart } from "../parsing/parsePart.ts";
import { countSchema } from "../parsing/schemas.ts";
import { storeBlob } from "../sealed/storeBlob.ts";
import { requireSession } from "../session/requireSession.ts";

/** Each takes a few MiB of memory for as long as it flows; a client sends a handful at the same time. */
const atOnce = { each: 8, all: 128 };

/** Bodies on their way to IPFS. */
export function blobRoutes(gateway: Gateway) {
  const takeTurn = turns(atOnce);
  return new Hono<GatewayEnvironment>().put("/", requireSession(gateway), async (context) => {
    const { body, signal } = context.req.raw;
    const length = parsePart(v.optional(countSchema), context.req.header("Content-Length"));
    const owner = context.get("address");
    const endTurn = takeTurn(owner);
    try {
      const stored = await storeBlob(gateway, { owner, body: body ?? new Blob().stream(), length, signal });
      return context.json(stored, 201);
    } finally {
      endTurn();
    }
  });
}
