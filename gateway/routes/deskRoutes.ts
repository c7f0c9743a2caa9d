import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import type { Gateway, GatewayEnvironment } from "../Gateway.ts";
import { GatewayError } from "../GatewayError.ts";
import { createMailboxWatch } from "../desk/createMailboxWatch.ts";
import { followMailbox } from "../desk/followMailbox.ts";
import { storeDeskMessage } from "../desk/storeDeskMessage.ts";
import { createBuckets } from "../limits/createBuckets.ts";
import type { Slots } from "../limits/createSlots.ts";
import { networkAddressOf } from "../limits/networkAddressOf.ts";
import { parsePart } from "../parsing/parsePart.ts";
import { readBody } from "../parsing/readBody.ts";
import { countSchema, hexSchema } from "../parsing/schemas.ts";

const mostMessageBytes = 4096;

/** A hospital behind one address pairs some forty patients a minute; a stranger fills no more than a MiB. */
const messagesPerMinute = 240;

/** Two devices that know a mailbox leave each other sealed messages. */
export function deskRoutes(gateway: Gateway, streams: Slots) {
  const { configuration, report } = gateway;
  const watch = createMailboxWatch(gateway);
  const takeToken = createBuckets({ perMinute: messagesPerMinute });
  const mailboxSchema = hexSchema(16);

  return new Hono<GatewayEnvironment>()
    .post("/:mailbox", async (context) => {
      const mailbox = parsePart(mailboxSchema, context.req.param("mailbox"));
      const body = await readBody(context, mostMessageBytes);
      if (body.length === 0) throw new GatewayError("RequestInvalid");
      takeToken(networkAddressOf(context, configuration.isBehindProxy));
      await storeDeskMessage(gateway, { mailbox, body });
      watch.wake(mailbox);
      return context.body(null, 204);
    })
    .get("/:mailbox", async (context) => {
      const mailbox = parsePart(mailboxSchema, context.req.param("mailbox"));
      const after = parsePart(countSchema, context.req.header("Last-Event-ID") ?? "0");
      const release = streams.take(networkAddressOf(context, configuration.isBehindProxy));
      if (release === undefined) throw new GatewayError("QuotaReached", { retryAfter: 30 });
      return streamSSE(context, (stream) =>
        followMailbox({ gateway, watch, mailbox, after, stream })
          .catch((error) => report("a desk's stream broke off", error)) // its reader asks again
          .finally(release),
      );
    });
}
