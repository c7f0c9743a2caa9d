import { readFile } from "node:fs/promises";
import { createPublicClient, http } from "viem";
import { connect } from "#client/connect.ts";
import { parseDeployment } from "#core/chain/parseDeployment.ts";
import { readDeploymentFile } from "../deploy/deploymentFile.ts";
import type { Circumstances } from "./Circumstances.ts";
import { askPerson } from "./askPerson.ts";

/** The terminal, the disk and the network as they are. */
export function nodeCircumstances(signal: AbortSignal, interrupt: () => void): Circumstances {
  const { env: environment, stdin, stdout, stderr } = process;
  const deploymentFile = environment["OWNCHART_DEPLOYMENT"];
  return {
    environment,
    stdout,
    stderr,
    person: stdin.isTTY && stderr.isTTY ? askPerson(signal, interrupt) : undefined,
    signal,
    now: Date.now,
    async chainAt(rpcUrl) {
      const chain = createPublicClient({ transport: http(rpcUrl, { retryCount: 1 }) });
      const [chainId, { hash }] = await Promise.all([chain.getChainId(), chain.getBlock({ blockNumber: 0n })]);
      return { chainId, genesis: hash };
    },
    deploymentOn: async (chainId) =>
      deploymentFile === undefined
        ? readDeploymentFile(chainId)
        : parseDeployment(JSON.parse(await readFile(deploymentFile, "utf8"))),
    connect,
  };
}
