import { createHash, timingSafeEqual } from "node:crypto";
import { type Context, Hono } from "hono";
import type { Configuration } from "../configuration.ts";
import type { GatewayEnvironment } from "../Gateway.ts";
import { GatewayError } from "../GatewayError.ts";
import { socketAddressOf } from "../limits/networkAddressOf.ts";
import type { Metrics } from "../metrics/createMetrics.ts";

export type MetricsRoutesParameters = {
  configuration: Configuration;
  metrics: Metrics;
  /** Brings gauges up to date. */
  refresh(): Promise<void>;
};

/** For the operator alone. */
export function metricsRoutes({ configuration, metrics, refresh }: MetricsRoutesParameters) {
  return new Hono<GatewayEnvironment>().get("/", async (context) => {
    if (!hasToken(context, configuration) && !isThisMachine(context, configuration)) {
      throw new GatewayError("NotPermitted");
    }
    await refresh();
    return context.body(metrics.text(), 200, { "Content-Type": "text/plain; version=0.0.4; charset=utf-8" });
  });
}

/** Hashes are compared, so that neither content nor length of the token shows in the time it takes. */
function hasToken(context: Context, { metricsToken }: Configuration): boolean {
  if (metricsToken === undefined) return false;
  const offered = context.req.header("Authorization") ?? "";
  return timingSafeEqual(hashOf(offered), hashOf(`Bearer ${metricsToken}`));
}

/** Behind a proxy on this machine everybody comes from here; one that the operator forgot to name shows by its header. */
function isThisMachine(context: Context, { isBehindProxy }: Configuration): boolean {
  const isForwarded = ["X-Forwarded-For", "Forwarded", "Via"].some(
    (header) => context.req.header(header) !== undefined,
  );
  if (isBehindProxy || isForwarded) return false;
  const address = socketAddressOf(context) ?? "";
  return address === "::1" || /^(::ffff:)?127\./.test(address);
}

const hashOf = (text: string) => createHash("sha256").update(text).digest();
