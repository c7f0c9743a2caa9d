import { createMiddleware } from "hono/factory";
import { routePath } from "hono/route";
import type { Metrics } from "./createMetrics.ts";

const known = new Set(["GET", "PUT", "POST", "DELETE", "OPTIONS"]);

/** How long answers take to begin, by the route's pattern: a path would hold addresses. */
export function measureRequests(metrics: Metrics) {
  const observe = metrics.histogram("ownchart_request_seconds", "Until an answer begins.");
  return createMiddleware(async (context, next) => {
    const begin = performance.now();
    await next();
    const method = known.has(context.req.method) ? context.req.method : "other";
    const status = `${Math.floor(context.res.status / 100)}xx`;
    observe((performance.now() - begin) / 1000, { method, route: routePath(context, -1), status });
  });
}
