import { type Hex, http } from "viem";
import type { Deployment } from "#core/chain/parseDeployment.ts";
import { ClientError } from "../ClientError.ts";
import type { ClientChain, Head } from "./ClientChain.ts";
import { createChainClient } from "./createChainClient.ts";
import { createEventReader } from "./createEventReader.ts";

export type CreateClientChainParameters = {
  rpcUrl: string;
  deployment: Deployment;
  fetch?: typeof fetch;
  /** In Unix seconds. */
  now?: () => number;
};

export function createClientChain(parameters: CreateClientChainParameters): ClientChain {
  const { rpcUrl, deployment, fetch: fetchFn, now = () => Math.floor(Date.now() / 1000) } = parameters;
  const transport = http(rpcUrl, {
    batch: { batchSize: mostAtOnce },
    timeout: 15_000,
    retryCount: 2,
    ...(fetchFn && { fetchFn }),
  });
  /** Blocks of a chain on this machine come at once; elsewhere asking more often only annoys the node. */
  const pollingInterval = deployment.chainId === 31_337 ? 50 : 2000;
  const client = createChainClient({ transport, pollingInterval });
  const { eventsOf, forget } = createEventReader({ client, deployment });

  let isChecked = false;
  async function requireItsChain(): Promise<void> {
    if (isChecked) return;
    if ((await client.getChainId()) !== deployment.chainId) throw new ClientError("OtherChain");
    isChecked = true;
  }

  async function head(): Promise<Head> {
    const [{ number, hash, timestamp }] = await Promise.all([client.getBlock(), requireItsChain()]);
    return { number, hash, time: Number(timestamp) };
  }

  let asked: Promise<Hex | undefined> | undefined;
  const genesis = () =>
    (asked ??= client.getBlock({ blockNumber: 0n }).then(
      ({ hash }) => hash,
      () => (asked = undefined),
    ));
  return { client, deployment, head, genesis, eventsOf, forget, now };
}

/** Questions in one request; nodes refuse more. */
export const mostAtOnce = 100;
