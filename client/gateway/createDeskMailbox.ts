import * as v from "valibot";
import type { Hex } from "viem";
import { ClientError } from "../ClientError.ts";
import { wait } from "../wait.ts";
import { bytesOfBase64Schema } from "./bytesOfBase64Schema.ts";
import type { GatewayClient } from "./createGatewayClient.ts";
import { readEvents } from "./readEvents.ts";
import { readNothing } from "./readNothing.ts";

/** The mailbox of a desk: a few sealed messages, for two minutes, for whoever knows its name. */
export function createDeskMailbox(gateway: GatewayClient, mailbox: Hex) {
  const path = `/desk/${mailbox.toLowerCase()}`;
  return {
    async post(message: Uint8Array): Promise<void> {
      const body = new Blob([message as Uint8Array<ArrayBuffer>], { type: "application/octet-stream" });
      const asking = { method: "POST", path, body, isPublic: true, isRepeatable: false } as const;
      await gateway.ask(asking, readNothing);
    },

    /** Every message once, those that are there first, until the signal ends it or the mailbox's time is over. */
    async *messages(signal: AbortSignal): AsyncGenerator<Uint8Array, void> {
      let last = -1;
      for (;;) {
        const asking = { path, accept: "text/event-stream", isPublic: true, patience, signal } as const;
        const answer = await gateway.ask(asking, async (it) => it);
        try {
          for await (const { id, data } of readEvents(answer.chunks)) {
            const { position, message } = parsed(id, data);
            if (position <= last) continue;
            last = position;
            yield message;
          }
          return;
        } catch (error) {
          if (!(error instanceof ClientError && error.name === "GatewayAnswerCut")) throw error;
          await wait(500, signal);
        } finally {
          answer.discard();
        }
      }
    },
  };
}

/** A comment comes now and then while nothing happens. */
const patience = { milliseconds: 45_000, bytes: 1 };

const eventSchema = v.object({
  position: v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number)),
  message: bytesOfBase64Schema,
});

function parsed(position: string, message: string): v.InferOutput<typeof eventSchema> {
  const { success, output } = v.safeParse(eventSchema, { position, message });
  if (!success) throw new ClientError("GatewayAnswerBroken", { detail: "desk" });
  return output;
}
