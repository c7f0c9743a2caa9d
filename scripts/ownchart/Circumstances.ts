import type { Hex } from "viem";
import type { ConnectParameters } from "#client/connect.ts";
import type { Connection } from "#client/Connection.ts";
import type { Deployment } from "#core/chain/parseDeployment.ts";

export type Output = { write(text: string | Uint8Array): unknown; isTTY?: boolean; columns?: number };

/** Everything outside of the program: tests bring their own. */
export type Circumstances = {
  environment: Record<string, string | undefined>;
  stdout: Output;
  stderr: Output;
  /** Answers of a person; undefined where nobody can be asked. */
  person: { ask(question: string): Promise<string>; askSecret(question: string): Promise<string> } | undefined;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
  /** Milliseconds. */
  now(): number;
  /** Which chain answers there: its number, and the hash of its first block. */
  chainAt(rpcUrl: string): Promise<{ chainId: number; genesis: Hex }>;
  deploymentOn(chainId: number): Promise<Deployment | undefined>;
  connect(parameters: ConnectParameters): Connection;
};
