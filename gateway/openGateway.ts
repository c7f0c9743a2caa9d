import { type PublicClient, createPublicClient, http } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { parseDeployment } from "#core/chain/parseDeployment.ts";
import type { Gateway } from "./Gateway.ts";
import { createConsentReader } from "./chain/createConsentReader.ts";
import type { Configuration } from "./configuration.ts";
import { openDatabase } from "./database/openDatabase.ts";
import { createKnownReceipts } from "./log/createKnownReceipts.ts";
import { createRelayEvents } from "./relay/RelayEvents.ts";

export type OpenGatewayParameters = {
  configuration: Configuration;
  /** What stands in the deployment's file, not yet checked. */
  deployment: unknown;
  report: Gateway["report"];
  now?: () => number;
  /** For tests: nothing is kept. */
  databaseInMemory?: { image?: Blob } | undefined;
};

export type OpenGateway = Gateway & {
  /** Lets streams end, before the last requests are waited for. */
  end(): void;
  close(): Promise<void>;
};

/** A gateway that answers nobody yet. */
export async function openGateway(parameters: OpenGatewayParameters): Promise<OpenGateway> {
  const { configuration, report, now = () => Math.floor(Date.now() / 1000) } = parameters;
  const { rpcUrl, databaseUrl, dataFolder, relayKey } = configuration;
  const deployment = parseDeployment(parameters.deployment);
  const chain: PublicClient = createPublicClient({ transport: http(rpcUrl, { retryCount: 1, timeout: 5000 }) });
  const [chainId, { hash: genesis }] = await Promise.all([chain.getChainId(), chain.getBlock({ blockNumber: 0n })]);
  if (chainId !== deployment.chainId) throw new OtherChainError(deployment.chainId, chainId);

  const folder = parameters.databaseInMemory ? undefined : `${dataFolder}/${genesis.slice(2, 18)}`;
  const image = parameters.databaseInMemory?.image;
  const opened = await openDatabase({
    genesis,
    image,
    ...(folder && { folder }),
    ...(databaseUrl && { url: databaseUrl }),
  });
  const account = privateKeyToAccount(relayKey);
  const consent = createConsentReader({ chain, deployment, now });
  const ending = new AbortController();
  const end = () => ending.abort();
  const within = { relayEvents: createRelayEvents(), knownReceipts: createKnownReceipts() };
  const world = { configuration, deployment, genesis, chain, account, consent, ...within, now, report };
  return { ...world, ...opened, ending: ending.signal, end, close: () => (end(), opened.close()) };
}

export class OtherChainError extends Error {
  override readonly name = "OtherChain";

  constructor(expected: number, found: number) {
    super(`The contracts were deployed on chain ${expected}, and this is chain ${found}.`);
  }
}
