import type { Deployment } from "#core/chain/parseDeployment.ts";
import type { Connection, Signer } from "./Connection.ts";
import type { ClientChain } from "./chain/ClientChain.ts";
import type { Bring } from "./chain/Change.ts";
import type { SentMemory } from "./chain/SentMessage.ts";
import { bringByEither } from "./chain/bringByEither.ts";
import { bringByPaying } from "./chain/bringByPaying.ts";
import { chartErrorOf } from "./chain/chartErrorOf.ts";
import { createChartChain } from "./chain/createChartChain.ts";
import { createClientChain } from "./chain/createClientChain.ts";
import type { Pay } from "./chain/payFor.ts";
import { readShared } from "./chain/readShared.ts";
import type { Sending } from "./chain/sendChange.ts";
import { bringByRelay } from "./gateway/bringByRelay.ts";
import { createAccessLogReader } from "./gateway/createAccessLogReader.ts";
import { createBlobStore } from "./gateway/createBlobStore.ts";
import { createCapsuleStore } from "./gateway/createCapsuleStore.ts";
import { type GatewayClient, createGatewayClient } from "./gateway/createGatewayClient.ts";
import { createGrantStore } from "./gateway/createGrantStore.ts";
import { createVaultStore } from "./gateway/createVaultStore.ts";
import { readWorld } from "./gateway/readWorld.ts";

export type ConnectParameters = {
  rpcUrl: string;
  gatewayUrl: string;
  /** Where bodies are read; what the gateway names otherwise. */
  ipfsUrl?: string;
  /** Where the contracts stand: one's own knowledge, never the gateway's. */
  deployment: Deployment;
  signer: Signer;
  /** Sends a transaction at the signer's own cost and answers with its hash; without it the gateway pays. */
  pay?: Pay;
  /** Whether the gateway is asked to pay first, and the signer only where it does not bring it. */
  triesGatewayFirst?: boolean;
  /** Told of what is sent, so that it can be followed after this program has ended. */
  sent?: SentMemory;
  fetch?: typeof fetch;
};

/**
 * With the gateway, inbox, credentials and desk are made; with the chain, registers are read; the signer signs requests; with
 * `sending`, messages go to the chain that no chart needs.
 */
export type FullConnection = Connection & {
  gateway: GatewayClient;
  clientChain: ClientChain;
  signer: Signer;
  /** For what the contracts take from nobody but the signer; undefined where the signer cannot send transactions. */
  pay: Pay | undefined;
  sending: Sending;
};

/** Nothing is asked before it is needed. */
export function connect(parameters: ConnectParameters): FullConnection {
  const { gatewayUrl, deployment, signer, pay, sent, fetch: fetcher } = parameters;
  const throughFetch = fetcher && { fetch: fetcher };
  const chain = createClientChain(parameters);
  const { chainId } = deployment;
  const gateway = createGatewayClient({ gatewayUrl, signer, chainId, ...throughFetch });
  const bring = bringOf({
    relay: bringByRelay({ gateway }),
    paying: pay && bringByPaying({ chain, pay, sent }),
    ...parameters,
  });
  const sending = { chain, signer, bring, sent };
  return {
    signer,
    pay,
    gateway,
    clientChain: chain,
    sending,
    services: {
      chain: createChartChain(sending),
      capsules: createCapsuleStore(gateway),
      grants: createGrantStore(gateway),
      blobs: createBlobStore({ gateway, ipfsUrl: ipfsUrlOf(parameters, gateway), ...throughFetch }),
    },
    vaults: createVaultStore(gateway, signer.address),
    accessLog: createAccessLogReader({ gateway, chain, subject: signer.address }),
    sharedWithMe: () =>
      readShared(chain, signer.address).catch((error: unknown) => {
        throw chartErrorOf(error);
      }),
  };
}

type Ways = { relay: Bring; paying: Bring | undefined; triesGatewayFirst?: boolean };

function bringOf({ relay, paying, triesGatewayFirst = false }: Ways): Bring {
  if (paying === undefined) return relay;
  return triesGatewayFirst ? bringByEither({ relay, paying }) : paying;
}

/** A gateway may name any: what comes from there is compared with its CID, byte by byte. */
function ipfsUrlOf({ ipfsUrl, deployment }: ConnectParameters, gateway: GatewayClient): () => Promise<string> {
  let named: Promise<string> | undefined;
  return () => {
    if (ipfsUrl !== undefined) return Promise.resolve(ipfsUrl);
    named ??= readWorld(gateway, deployment).then(({ ipfs }) => ipfs);
    named.catch(() => (named = undefined));
    return named;
  };
}
