import type { Address, Hex, LocalAccount, PublicClient } from "viem";
import type { Deployment } from "#core/chain/parseDeployment.ts";
import type { Configuration } from "./configuration.ts";
import type { ConsentReader } from "./chain/ConsentReader.ts";
import type { OpenDatabase } from "./database/Database.ts";
import type { KnownReceipts } from "./log/createKnownReceipts.ts";
import type { RelayEvents } from "./relay/RelayEvents.ts";

/** What the routes stand on: one world's chain and database. */
export type Gateway = {
  configuration: Configuration;
  deployment: Deployment;
  genesis: Hex;
  chain: PublicClient;
  /** Who pays and anchors. */
  account: LocalAccount;
  database: OpenDatabase["database"];
  ping: OpenDatabase["ping"];
  connections: OpenDatabase["connections"];
  consent: ConsentReader;
  relayEvents: RelayEvents;
  knownReceipts: KnownReceipts;
  /** Aborted when the gateway is told to end: streams then end too. */
  ending: AbortSignal;
  /** In Unix seconds. */
  now(): number;
  /** For the operator's eyes; never with anything of a request but its route. */
  report(event: string, error?: unknown): void;
};

/** What a request's session says. */
export type Variables = { address: Address };

export type GatewayEnvironment = { Variables: Variables };
