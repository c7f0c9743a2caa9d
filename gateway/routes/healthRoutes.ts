import { Hono } from "hono";
import type { Gateway, GatewayEnvironment } from "../Gateway.ts";
import { checkHealth } from "../health/checkHealth.ts";
import { remembered } from "../health/remembered.ts";

/** Whether everything that this gateway stands on answers. */
export function healthRoutes(gateway: Gateway) {
  const health = remembered(() => checkHealth(gateway), 1000);
  return new Hono<GatewayEnvironment>().get("/", async (context) => {
    const parts = await health();
    return context.json(parts, Object.values(parts).every((part) => part === "ok") ? 200 : 503);
  });
}
