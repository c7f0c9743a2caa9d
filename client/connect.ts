import type { Address, Hex } from "viem";
import type { Deployment } from "#core/chain/parseDeployment.ts";
import type { Connection, Signer } from "./Connection.ts";

export type ConnectParameters = {
  rpcUrl: string;
  gatewayUrl: string;
  /** Where bodies are read; what the gateway names otherwise. */
  ipfsUrl?: string;
  /** Where the contracts stand: one's own knowledge, never the gateway's. */
  deployment: Deployment;
  signer: Signer;
  /** Sends a transaction at the signer's own cost and answers with its hash; without it the gateway pays. */
  pay?: (transaction: { to: Address; data: Hex }) => Promise<Hex>;
  fetch?: typeof fetch;
};

/** Nothing is asked before it is needed. */
export declare function connect(parameters: ConnectParameters): Connection;
