import type { Gateway } from "../Gateway.ts";
import { runRounds } from "../rounds/runRounds.ts";
import { type RelayOptions, createRelay } from "./createRelay.ts";
import { queuedEvent } from "./RelayEvents.ts";
import { relayRound } from "./relayRound.ts";

/** Sends what is queued, and follows it into its block, until it is stopped. */
export function startRelay(gateway: Gateway, options?: RelayOptions): { stop(): Promise<void> } {
  const relay = createRelay(gateway, options);
  const rounds = runRounds({
    round: () => relayRound(relay),
    onTrouble: (error) => gateway.report("the relay waits", error),
  });
  gateway.relayEvents.on(queuedEvent, rounds.wake);
  return {
    async stop() {
      gateway.relayEvents.off(queuedEvent, rounds.wake);
      await rounds.stop();
      await relay.lease.giveUp().catch(() => undefined);
    },
  };
}
