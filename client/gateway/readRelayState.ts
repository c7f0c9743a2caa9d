import type { Hex } from "viem";
import type { GatewayClient } from "./createGatewayClient.ts";
import { readJson } from "./readJson.ts";
import { type RelayState, relayStateSchema } from "./relayStateSchema.ts";

/** How far a gateway is with a message. */
export function readRelayState(gateway: GatewayClient, digest: Hex, signal?: AbortSignal): Promise<RelayState> {
  const asked = { path: `/relay/${digest}`, isPublic: true, accept: "application/json" } as const;
  return gateway.ask({ ...asked, ...(signal && { signal }) }, (answer) => readJson(answer, relayStateSchema));
}
