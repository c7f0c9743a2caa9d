import * as v from "valibot";
import type { Address } from "viem";
import { GatewayRefusal } from "./GatewayRefusal.ts";
import type { GatewayClient } from "./createGatewayClient.ts";
import { readJson } from "./readJson.ts";
import { readNothing } from "./readNothing.ts";

/** Licences as boards signed them, which everybody may read; whoever does holds them against the register. */
export function createCredentialStore(gateway: GatewayClient) {
  return {
    async put({ holder, credential }: { holder: Address; credential: object }): Promise<void> {
      const headers = { "Content-Type": "application/json" };
      const asking = { method: "PUT", path: pathOf(holder), headers, body: JSON.stringify(credential) } as const;
      await gateway.ask(asking, readNothing);
    },
    /** As it came, not yet checked; undefined where there is none. */
    async get({ holder, kind }: { holder: Address; kind?: number }): Promise<unknown> {
      const path = kind === undefined ? pathOf(holder) : `${pathOf(holder)}?kind=${kind}`;
      const asking = { path, accept: "application/json", isPublic: true } as const;
      return gateway
        .ask(asking, (answer) => readJson(answer, v.unknown()))
        .catch((error: unknown) => {
          if (error instanceof GatewayRefusal && error.name === "NotFound") return undefined;
          throw error;
        });
    },
  };
}

function pathOf(holder: Address): string {
  return `/credentials/${holder.toLowerCase()}`;
}
