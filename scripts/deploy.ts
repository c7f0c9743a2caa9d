/**
 * npm run deploy -- --network localhost
 * npm run deploy -- --network public --admin 0x… --boards boards.json [--yes]
 */
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { network } from "hardhat";
import { buildContracts } from "./build/buildContracts.ts";
import { type Address, createPublicClient, custom, formatEther, formatGwei, getAddress, isAddress } from "viem";
import { type Board, parseBoards } from "./deploy/Board.ts";
import { deployStack } from "./deploy/deployStack.ts";
import { localChainId } from "./deploy/localChainId.ts";
import type { DeploymentStep } from "./deploy/deploymentSteps.ts";
import { explain } from "./deploy/explain.ts";
import type { PricedStep } from "./deploy/missingSteps.ts";
import { sampleBoard } from "./seed/sampleBoard.ts";

const { values: options } = parseArgs({
  options: {
    network: { type: "string", default: "localhost" },
    admin: { type: "string" },
    boards: { type: "string" },
    yes: { type: "boolean", default: false },
  },
});

await deploy().catch((error: unknown) => {
  console.error(explain(error));
  process.exitCode = 1;
});

async function deploy() {
  await buildContracts();
  const { provider } = await network.create(options.network);
  const chain = createPublicClient({ transport: custom(provider) });
  const chainId = await chain.getChainId();
  const isLocal = chainId === localChainId;
  const [deployer] = (await provider.request({ method: "eth_accounts" })) as Address[];
  if (deployer === undefined) throw new Error(`The network ${options.network} has no account to deploy with.`);

  const deployment = await deployStack({
    provider,
    deployer: getAddress(deployer),
    admin: readAdmin(isLocal, getAddress(deployer)),
    boards: await readBoards(isLocal),
    confirm: async (steps) => {
      await announce(steps);
      return isLocal || options.yes || (await isConfirmed());
    },
    onStep: ({ step, gasUsed, block }) => console.log(`Done in block ${block}, ${gasUsed} gas: ${step.title}`),
  });

  if (deployment === undefined) {
    console.error("Nothing was sent. Answer y, or give --yes, to go on.");
    process.exitCode = 1;
    return;
  }
  for (const [name, address] of Object.entries(deployment.contracts)) console.log(`${name.padEnd(16)} ${address}`);
  console.log(`Everything stands on chain ${chainId}, see core/chain/deployments/${chainId}.json.`);

  async function announce(steps: readonly PricedStep[]) {
    const [price, balance] = await Promise.all([chain.getGasPrice(), chain.getBalance({ address: deployer! })]);
    const costs = steps.map(({ step, gas }) => ({ title: step.title, gas, cost: gas * price + valueOf(step) }));
    const cost = costs.reduce((sum, step) => sum + step.cost, 0n);
    console.log(
      `Chain ${chainId}, account ${deployer} with ${formatEther(balance)} ETH, ${formatGwei(price)} gwei. To do:`,
    );
    for (const step of costs) console.log(`${String(step.gas).padStart(9)} gas ${ether(step.cost)}  ${step.title}`);
    console.log(`In all about ${formatEther(cost)} ETH.`);
    if (balance < cost) throw new Error("The account does not have enough for this.");
  }
}

function valueOf({ transaction }: DeploymentStep): bigint {
  return "value" in transaction ? (transaction.value ?? 0n) : 0n;
}

function ether(cost: bigint): string {
  return `${Number(formatEther(cost)).toFixed(6)} ETH`;
}

function readAdmin(isLocal: boolean, deployer: Address): Address {
  if (options.admin === undefined && isLocal) return deployer;
  if (options.admin === undefined || !isAddress(options.admin)) {
    throw new Error("Say with --admin which account, best a multi-signature wallet, is to administer the boards.");
  }
  return getAddress(options.admin);
}

async function readBoards(isLocal: boolean): Promise<Board[]> {
  if (options.boards !== undefined) return parseBoards(await readFile(options.boards, "utf8"));
  if (isLocal) return [sampleBoard];
  throw new Error("Say with --boards which file names the licensing boards; it may hold an empty list.");
}

async function isConfirmed(): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question("Send it? [y/N] ");
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}
