import { createMiddleware } from "hono/factory";
import type { Configuration } from "../configuration.ts";
import { createBuckets } from "./createBuckets.ts";
import { networkAddressOf } from "./networkAddressOf.ts";

/** So many requests a minute of one network address, whatever they ask for. */
export function limitRequests({ limits, isBehindProxy }: Configuration) {
  const takeToken = createBuckets({ perMinute: limits.requestsPerMinute });
  return createMiddleware(async (context, next) => {
    takeToken(networkAddressOf(context, isBehindProxy));
    await next();
  });
}
