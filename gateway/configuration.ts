import type { Hex } from "viem";
import { isHex } from "viem";

/** What an operator decides, each by one environment variable. */
export type Configuration = {
  host: string;
  port: number;
  /** Where browsers may ask from, and whose sign-ins count beside the gateway's own: origins. */
  appOrigins: readonly string[];
  /** The gateway's own origin, as clients see it. */
  origin: string;
  rpcUrl: string;
  /** Pays for messages and anchors the log. */
  relayKey: Hex;
  ipfsApi: string;
  /** As clients see it. */
  ipfsGateway: string;
  databaseUrl: string | undefined;
  /** Where what is kept on this machine lies, one folder a chain. */
  dataFolder: string;
  metricsToken: string | undefined;
  /** Whether a proxy in front says whose request it is (X-Forwarded-For). */
  isBehindProxy: boolean;
  anchorSeconds: number;
  limits: Limits;
};

export type Limits = {
  /** Bytes of one body, and of all that one address stores on IPFS in a day. */
  blobBytes: number;
  blobBytesPerDay: number;
  /** Of one uploader in a day. */
  capsulesPerDay: number;
  grantBytesPerDay: number;
  inboxMessagesPerDay: number;
  /** Gas that is paid in a day for one signer, for one network address, and in all. */
  relayGasPerSigner: number;
  relayGasPerNetworkAddress: number;
  relayGasPerDay: number;
  /** The most that is paid for a unit of gas. */
  relayGweiPerGas: number;
  /** Requests of one network address in a minute. */
  requestsPerMinute: number;
};

/** Reads the environment, and says which variable is not what it should be. */
export function parseConfiguration(environment: Record<string, string | undefined>): Configuration {
  const text = (name: string, otherwise: string) => environment[`OWNCHART_${name}`] ?? otherwise;
  const number = (name: string, otherwise: number) => {
    const value = Number(text(name, String(otherwise)));
    if (!Number.isFinite(value) || value < 0) throw new ConfigurationInvalidError(`OWNCHART_${name}`);
    return value;
  };
  const url = (name: string, value: string) => {
    if (!URL.canParse(value)) throw new ConfigurationInvalidError(name);
    return value.replace(/\/$/, "");
  };
  const host = text("GATEWAY_HOST", "127.0.0.1");
  const port = number("GATEWAY_PORT", 8700);
  const ipfsApi = url("IPFS_API", environment.IPFS_API ?? "http://127.0.0.1:5001");
  const relayKey = text("RELAY_KEY", "");
  if (!isHex(relayKey) || relayKey.length !== 66) throw new ConfigurationInvalidError("OWNCHART_RELAY_KEY");

  return {
    host,
    port,
    appOrigins: text("APP_ORIGINS", "http://localhost:5173")
      .split(",")
      .filter(Boolean)
      .map((it) => url("OWNCHART_APP_ORIGINS", it)),
    origin: url("OWNCHART_GATEWAY_URL", text("GATEWAY_URL", `http://localhost:${port}`)),
    rpcUrl: url("OWNCHART_RPC_URL", text("RPC_URL", `http://127.0.0.1:${text("CHAIN_PORT", "8545")}`)),
    relayKey,
    ipfsApi,
    ipfsGateway: url("IPFS_GATEWAY", environment.IPFS_GATEWAY ?? ipfsApi),
    databaseUrl: environment.DATABASE_URL || undefined,
    dataFolder: text("DATA", ".ownchart"),
    metricsToken: environment.OWNCHART_METRICS_TOKEN || undefined,
    isBehindProxy: text("BEHIND_PROXY", "no") === "yes",
    anchorSeconds: number("ANCHOR_SECONDS", 600),
    limits: {
      blobBytes: number("BLOB_BYTES", 2 ** 31),
      blobBytesPerDay: number("BLOB_BYTES_PER_DAY", 2 ** 33),
      capsulesPerDay: number("CAPSULES_PER_DAY", 50_000),
      grantBytesPerDay: number("GRANT_BYTES_PER_DAY", 2 ** 26),
      inboxMessagesPerDay: number("INBOX_MESSAGES_PER_DAY", 200),
      relayGasPerSigner: number("RELAY_GAS_PER_SIGNER", 400_000_000),
      relayGasPerNetworkAddress: number("RELAY_GAS_PER_NETWORK_ADDRESS", 2_000_000_000),
      relayGasPerDay: number("RELAY_GAS_PER_DAY", 5_000_000_000),
      relayGweiPerGas: number("RELAY_GWEI_PER_GAS", 200),
      requestsPerMinute: number("REQUESTS_PER_MINUTE", 6000),
    },
  };
}

export class ConfigurationInvalidError extends Error {
  override readonly name = "ConfigurationInvalid";

  constructor(variable: string) {
    super(`${variable} is missing, or not what it should be.`);
  }
}
