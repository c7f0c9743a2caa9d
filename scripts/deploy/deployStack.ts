import { type Address, createPublicClient, custom } from "viem";
import type { ContractName } from "#core/chain/contractAbis.ts";
import type { Deployment } from "#core/chain/parseDeployment.ts";
import type { Board } from "./Board.ts";
import { readDeploymentFile, writeDeploymentFile } from "./deploymentFile.ts";
import { deploymentSteps } from "./deploymentSteps.ts";
import { localChainId } from "./localChainId.ts";
import { type PricedStep, missingSteps } from "./missingSteps.ts";
import { type Provider, type StepReport, runSteps } from "./runSteps.ts";

export type DeployOptions = {
  provider: Provider;
  deployer: Address;
  /** Who administers the AccessManager in the end. */
  admin: Address;
  boards: readonly Board[];
  /** Asked before anything is sent, with what is going to be sent. */
  confirm?: (steps: readonly PricedStep[]) => Promise<boolean>;
  onStep?: (report: StepReport) => void;
};

/**
 * Brings the contracts onto a chain, or does whatever an earlier run left to do, and writes where they stand. Undefined
 * when it was not confirmed; then nothing was sent.
 */
export async function deployStack(options: DeployOptions): Promise<Deployment | undefined> {
  const { provider, deployer, confirm = async () => true, onStep } = options;
  const chain = createPublicClient({ transport: custom(provider) });
  const chainId = await chain.getChainId();
  const { steps, addresses } = await deploymentSteps(options);

  const names = Object.keys(addresses) as ContractName[];
  // A local chain's may be of an earlier version, whose contracts were others: it is not even read.
  const written = chainId === localChainId ? undefined : await readDeploymentFile(chainId);
  const differs = written && names.some((name) => written.contracts[name] !== addresses[name]);
  if (differs) throw new DeploymentExistsError(chainId);

  const missing = await missingSteps({ provider, deployer, steps });
  if (missing.length > 0) {
    if (!(await confirm(missing))) return undefined;
    await runSteps({ provider, deployer, steps, ...(onStep && { onStep }) });
  }

  const deployment = { chainId, block: await firstBlock(), contracts: addresses };
  await writeDeploymentFile(deployment);
  return deployment;

  /** The AccessManager is the first contract, and says who administers it as soon as it stands. */
  async function firstBlock() {
    const logs = await chain.getLogs({ address: addresses.AccessManager, fromBlock: 0n }).catch(() => []);
    return Number(logs[0]?.blockNumber ?? 0n);
  }
}

export class DeploymentExistsError extends Error {
  override readonly name = "DeploymentExists";

  constructor(chainId: number) {
    super(
      `core/chain/deployments/${chainId}.json names other contracts, of an earlier version or another deployer; ` +
        "move it away to deploy these beside them.",
    );
  }
}
