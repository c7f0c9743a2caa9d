import * as v from "valibot";
import type { Address } from "viem";
import type { AccessLogReader } from "../Connection.ts";
import type { ClientChain } from "../chain/ClientChain.ts";
import type { GatewayClient } from "./createGatewayClient.ts";
import { readAccessLog } from "./readAccessLog.ts";
import { readAnchoredHeads } from "./readAnchoredHeads.ts";
import { readJson } from "./readJson.ts";
import { readWorld } from "./readWorld.ts";

export type CreateAccessLogReaderParameters = { gateway: GatewayClient; chain: ClientChain; subject: Address };

/** The gateway says itself under which address it anchors; whoever remembers another refuses. */
export function createAccessLogReader(parameters: CreateAccessLogReaderParameters): AccessLogReader {
  const { gateway, chain, subject } = parameters;
  const { client, deployment } = chain;
  return {
    async read({ remembered } = {}) {
      const { address } = await readWorld(gateway, deployment);
      return readAccessLog({
        subject,
        gateway: address,
        remembered,
        getJson: (path) =>
          gateway.ask({ path, accept: "application/json" }, (answer) => readJson(answer, v.unknown(), mostPageBytes)),
        readHeads: () => readAnchoredHeads({ chain: client, deployment, gateway: address }),
      });
    },
  };
}

/** Of five hundred entries, each of which may name hundreds of records. */
const mostPageBytes = 2 ** 24;
