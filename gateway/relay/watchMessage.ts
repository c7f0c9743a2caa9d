import type { Hex } from "viem";
import type { Gateway } from "../Gateway.ts";
import { createPauses } from "../rounds/createPauses.ts";
import { type RelayedMessage, readRelayedMessage } from "./readRelayedMessage.ts";

export type WatchMessageParameters = {
  gateway: Gateway;
  digest: Hex;
  onChange(message: RelayedMessage): Promise<void>;
  /** Now and then while nothing changes, so that nobody in between takes silence for an end. */
  onQuiet(): Promise<void>;
  signal: AbortSignal;
};

const quietMilliseconds = 15_000;
const longestMilliseconds = 300_000;

/**
 * Tells every state of a message until it is included or has failed, the listener is gone, or five minutes have passed.
 * Changes of this process are told at once, those of another one within a second.
 */
export async function watchMessage({ gateway, digest, onChange, onQuiet, signal }: WatchMessageParameters) {
  const { database, configuration, relayEvents } = gateway;
  const pauses = createPauses();
  relayEvents.on(digest, pauses.end);
  signal.addEventListener("abort", pauses.end);
  const [start, pollMilliseconds] = [Date.now(), configuration.databaseUrl === undefined ? 5000 : 1000];
  let [told, spokenAt] = ["", start];
  try {
    while (!signal.aborted && Date.now() - start < longestMilliseconds) {
      const message = await readRelayedMessage(database, digest);
      const text = JSON.stringify(message);
      if (message !== undefined && text !== told) {
        await onChange(message);
        [told, spokenAt] = [text, Date.now()];
      } else if (Date.now() - spokenAt >= quietMilliseconds) {
        await onQuiet();
        spokenAt = Date.now();
      }
      if (message === undefined || message.state === "included" || message.state === "failed") return;
      await pauses.take(pollMilliseconds);
    }
  } finally {
    relayEvents.off(digest, pauses.end);
    signal.removeEventListener("abort", pauses.end);
  }
}
