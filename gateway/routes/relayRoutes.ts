import { type Context, Hono } from "hono";
import { streamSSE } from "hono/streaming";
import type { Gateway, GatewayEnvironment } from "../Gateway.ts";
import { GatewayError } from "../GatewayError.ts";
import { createSlots } from "../limits/createSlots.ts";
import { networkAddressOf } from "../limits/networkAddressOf.ts";
import { parsePart } from "../parsing/parsePart.ts";
import { hexSchema } from "../parsing/schemas.ts";
import { acceptMessage } from "../relay/acceptMessage.ts";
import { parseMessage } from "../relay/parseMessage.ts";
import { readRelayedMessage } from "../relay/readRelayedMessage.ts";
import { watchMessage } from "../relay/watchMessage.ts";

/** Each costs a timer and a query now and then. */
const mostListeners = { ofOne: 64, ofAll: 1024 };

/** Messages that their signers let others bring to the chain. */
export function relayRoutes(gateway: Gateway) {
  const { database, configuration } = gateway;
  const listeners = createSlots(mostListeners);
  const networkAddress = (context: Context) => networkAddressOf(context, configuration.isBehindProxy);

  return new Hono<GatewayEnvironment>()
    .post("/", async (context) => {
      const message = await parseMessage(context);
      return context.json(await acceptMessage({ gateway, message, networkAddress: networkAddress(context) }), 202);
    })
    .get("/:digest", async (context) => {
      const digest = parsePart(hexSchema(32), context.req.param("digest"));
      const message = await readRelayedMessage(database, digest);
      if (message === undefined) throw new GatewayError("NotFound");
      if (!context.req.header("Accept")?.includes("text/event-stream")) return context.json(message);

      const leave = listeners.take(networkAddress(context));
      if (leave === undefined) throw new GatewayError("QuotaReached", { retryAfter: 10 });
      return streamSSE(context, async (stream) => {
        const gone = new AbortController();
        stream.onAbort(() => gone.abort());
        const onChange = (change: object) => stream.writeSSE({ data: JSON.stringify(change) });
        const onQuiet = async () => void (await stream.write(": still here\n\n"));
        await watchMessage({ gateway, digest, onChange, onQuiet, signal: gone.signal }).finally(leave);
      });
    });
}
