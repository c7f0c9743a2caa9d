import { Hono } from "hono";
import type { Gateway } from "../Gateway.ts";

/** Which world this is. */
export function worldRoutes({ configuration, deployment, genesis, account }: Gateway) {
  const { chainId, contracts } = deployment;
  const { ipfsGateway: ipfs } = configuration;
  return new Hono().get("/", (context) =>
    context.json({ name: "ownchart-gateway", chainId, genesis, contracts, address: account.address, ipfs }),
  );
}
