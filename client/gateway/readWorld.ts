import * as v from "valibot";
import { isAddressEqual } from "viem";
import type { Deployment } from "#core/chain/parseDeployment.ts";
import { ClientError } from "../ClientError.ts";
import type { GatewayClient } from "./createGatewayClient.ts";
import { readJson } from "./readJson.ts";
import { addressSchema, countSchema } from "./schemas.ts";

export type World = v.InferOutput<typeof worldSchema>;

const worldSchema = v.object({
  name: v.literal("ownchart-gateway"),
  chainId: countSchema,
  contracts: v.record(v.string(), addressSchema),
  /** Who pays and anchors. */
  address: addressSchema,
  /** Where bodies are read. */
  ipfs: v.pipe(v.string(), v.url(), v.startsWith("http")),
});

/** What a gateway says about itself; refused where its contracts are not ours. */
export async function readWorld(gateway: GatewayClient, { chainId, contracts }: Deployment): Promise<World> {
  const asking = { path: "/", accept: "application/json", isPublic: true } as const;
  const world = await gateway.ask(asking, (answer) => readJson(answer, worldSchema));
  const isOurs = Object.entries(contracts).every(([name, address]) => {
    const theirs = world.contracts[name];
    return theirs !== undefined && isAddressEqual(theirs, address);
  });
  if (world.chainId !== chainId || !isOurs) throw new ClientError("GatewayOfAnotherWorld");
  return world;
}
