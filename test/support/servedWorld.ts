import { serve } from "@hono/node-server";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type ChainWorld, chainWorld } from "./chainWorld.ts";
import { type TestGateway, testGateway } from "./testGateway.ts";

/** People on a chain, and a gateway that answers them at an address. */
export type ServedWorld = ChainWorld & { gateway: TestGateway; gatewayUrl: string };

export async function servedWorld(): Promise<ServedWorld> {
  const world = await chainWorld();
  let gateway: TestGateway;
  const server = serve({ fetch: (request) => gateway.app.fetch(request), port: 0, hostname: "127.0.0.1" });
  await once(server, "listening");
  const gatewayUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  gateway = await testGateway(world.local, { environment: { OWNCHART_GATEWAY_URL: gatewayUrl } });
  const close = async () => {
    server.close();
    await gateway.close();
    await world.close();
  };
  return { ...world, gateway, gatewayUrl, close };
}
