import type { Address } from "viem";
import type { AccessLogReader } from "../Connection.ts";
import type { ClientChain } from "../chain/ClientChain.ts";
import type { GatewayClient } from "./createGatewayClient.ts";
import { readWorld } from "./readWorld.ts";

export type CreateAccessLogReaderParameters = { gateway: GatewayClient; chain: ClientChain; subject: Address };

/** The gateway says itself under which address it anchors; whoever remembers another refuses. */
export function createAccessLogReader(parameters: CreateAccessLogReaderParameters): AccessLogReader {
  const { gateway, chain, subject } = parameters;
  const { client, deployment } = chain;
  return {
    async read({ remembered } = {}) {
      // Whoever looks at a chart does not look at its log each time.
      const loading = import("./accessLogReading.ts");
      const { address } = await readWorld(gateway, deployment);
      const { readAccessLog, readAnchoredHeads, readPage } = await loading;
      return readAccessLog({
        subject,
        gateway: address,
        remembered,
        getJson: (path) => gateway.ask({ path, accept: "application/json" }, readPage),
        readHeads: () => readAnchoredHeads({ chain: client, deployment, gateway: address }),
      });
    },
  };
}
