import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Gateway } from "../Gateway.ts";
import { remembered } from "../health/remembered.ts";
import type { Slots } from "../limits/createSlots.ts";
import { relayState } from "../relay/relayState.ts";
import type { Metrics } from "./createMetrics.ts";

/** Answers with what brings up to date how the process and what it stands on are. */
export function gatewayGauges(gateway: Gateway, metrics: Metrics, streams: Slots): () => Promise<void> {
  const memory = metrics.gauge("ownchart_memory_bytes", "Of the process, by kind.");
  const lag = metrics.gauge("ownchart_event_loop_lag_seconds", "How late the process is, since it was last asked.");
  const connections = metrics.gauge("ownchart_database_connections", "By state.");
  const open = metrics.gauge("ownchart_open_streams", "Desks that are watched now.");
  const relayed = metrics.gauge("ownchart_relay_transactions", "Not yet in a block, by state.");
  const oldest = metrics.gauge("ownchart_relay_oldest_seconds", "How long the oldest of them waits.");
  const balance = metrics.gauge("ownchart_relay_balance_ether", "What there is to pay with.");
  const loop = monitorEventLoopDelay({ resolution: 20 });
  loop.enable();
  const relay = remembered(() => relayState(gateway), 1000);

  return async () => {
    const { rss, heapUsed } = process.memoryUsage();
    memory(rss, { kind: "resident" });
    memory(heapUsed, { kind: "heap" });
    for (const percentile of [50, 99]) lag(loop.percentile(percentile) / 1e9, { quantile: String(percentile / 100) });
    loop.reset();
    for (const [state, count] of Object.entries(gateway.connections())) connections(count, { state });
    open(streams.inUse());
    const state = await relay().catch(() => undefined);
    if (state === undefined) return; // the others are needed most when chain or database are away
    relayed(state.queued, { state: "queued" });
    relayed(state.sent, { state: "sent" });
    oldest(state.oldestSeconds);
    balance(Number(state.balance) / 1e18);
  };
}
