import { network } from "hardhat";
import { type Address, createPublicClient, custom, parseEther } from "viem";
import type { DeploymentStep } from "./deploymentSteps.ts";
import { type Provider, runSteps } from "./runSteps.ts";

export type PricedStep = { step: DeploymentStep; gas: bigint };

/**
 * The steps that a chain still lacks, each with the gas it takes. The gas is not estimated but measured, by rehearsing
 * the whole deployment on a chain of our own: a later step cannot be estimated before the earlier ones are done.
 */
export async function missingSteps(options: {
  provider: Provider;
  deployer: Address;
  steps: readonly DeploymentStep[];
}): Promise<PricedStep[]> {
  const { provider, deployer, steps } = options;
  const chain = createPublicClient({ transport: custom(provider) });
  const done = await Promise.all(steps.map((step) => step.isDone(chain)));
  const missing = steps.filter((_, index) => !done[index]);
  if (missing.length === 0) return [];

  const gas = await rehearse(deployer, steps);
  return missing.map((step) => ({ step, gas: gas.get(step) ?? 0n }));
}

async function rehearse(deployer: Address, steps: readonly DeploymentStep[]) {
  const rehearsal = await network.create("default");
  const { provider } = rehearsal;
  await provider.request({ method: "hardhat_impersonateAccount", params: [deployer] });
  await provider.request({ method: "hardhat_setBalance", params: [deployer, `0x${parseEther("100").toString(16)}`] });
  const reports = await runSteps({ provider, deployer, steps });
  await rehearsal.close();
  return new Map(reports.map(({ step, gasUsed }) => [step, gasUsed]));
}
