import {
  type Address,
  type Hex,
  type PublicClient,
  type WalletClient,
  createPublicClient,
  createWalletClient,
  custom,
} from "viem";
import type { DeploymentStep } from "./deploymentSteps.ts";

/** The part of a Hardhat connection that a deployment needs. */
export type Provider = Parameters<typeof custom>[0];

export type StepReport = { step: DeploymentStep; gasUsed: bigint; block: bigint };

/** Does, one after the other, the steps that the chain does not show as done. */
export async function runSteps(options: {
  provider: Provider;
  deployer: Address;
  steps: readonly DeploymentStep[];
  onStep?: (report: StepReport) => void;
}): Promise<StepReport[]> {
  const { provider, deployer, steps, onStep } = options;
  const chain = createPublicClient({ transport: custom(provider), pollingInterval: 500 });
  // A request that failed may have been carried out all the same; sending it again would do the step twice.
  const wallet = createWalletClient({ transport: custom(provider, { retryCount: 0 }), account: deployer });
  const reports: StepReport[] = [];

  await waitForPending(chain, deployer);
  for (const step of steps) {
    if (await step.isDone(chain)) continue;
    const hash = await send(wallet, deployer, step);
    const { status, gasUsed, blockNumber } = await chain.waitForTransactionReceipt({ hash });
    if (status !== "success") throw new StepFailedError(step.title, hash);
    const report = { step, gasUsed, block: blockNumber };
    reports.push(report);
    onStep?.(report);
  }
  return reports;
}

/** A run that was cut off may have left transactions on their way; a step must not be sent twice. */
async function waitForPending(chain: PublicClient, deployer: Address) {
  const count = (blockTag: "pending" | "latest") => chain.getTransactionCount({ address: deployer, blockTag });
  for (let attempt = 0; (await count("pending")) > (await count("latest")); attempt++) {
    if (attempt === 600) throw new PendingTransactionsError(deployer);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}

function send(wallet: WalletClient, account: Address, { transaction }: DeploymentStep): Promise<Hex> {
  if ("signed" in transaction) return wallet.sendRawTransaction({ serializedTransaction: transaction.signed as never });
  return wallet.sendTransaction({ account, chain: null, ...transaction });
}

export class StepFailedError extends Error {
  override readonly name = "StepFailed";

  constructor(title: string, hash: Hex) {
    super(`The chain refused to ${title} (transaction ${hash}); run the deployment again to go on from here.`);
  }
}

export class PendingTransactionsError extends Error {
  override readonly name = "PendingTransactions";

  constructor(deployer: Address) {
    super(`Transactions of ${deployer} have been pending for ten minutes; wait or replace them, then deploy again.`);
  }
}
