import { randomInt } from "node:crypto";
import { network } from "hardhat";
import { buildContracts } from "../../scripts/build/buildContracts.ts";
import { createTestClient, http, publicActions } from "viem";
import type { Deployment } from "#core/chain/parseDeployment.ts";
import { deployStack } from "../../scripts/deploy/deployStack.ts";
import { freePort } from "./freePort.ts";
import { people } from "../../scripts/seed/people.ts";
import { sampleBoard } from "../../scripts/seed/sampleBoard.ts";
import { seedLicences } from "../../scripts/seed/seedLicences.ts";

export type LocalChain = {
  url: string;
  deployment: Deployment;
  /** Asks, mines, and moves the clock. */
  client: ReturnType<typeof clientOf>;
  close(): Promise<void>;
};

/** A chain of its own on a free port, with contracts, a board and licensed clinicians. */
export async function localChain(): Promise<LocalChain> {
  await buildContracts();
  const port = await freePort();
  const server = await network.createServer({ network: "default", override: ofItsOwn() }, "127.0.0.1", port);
  await server.listen();
  const client = clientOf(`http://127.0.0.1:${port}`);
  const deployer = people.operator.account.address;
  const deployment = await deployStack({ provider: client, deployer, admin: deployer, boards: [sampleBoard] });
  await seedLicences(client, deployment!);
  return { url: `http://127.0.0.1:${port}`, deployment: deployment!, client, close: () => server.close() };
}

/** Chains that begin in the same second would have one first block, and gateways take those for one world. */
function ofItsOwn() {
  return { type: "edr-simulated", blockGasLimit: 60_000_000 - randomInt(1_000_000) } as const;
}

function clientOf(url: string) {
  return createTestClient({ mode: "hardhat", transport: http(url), pollingInterval: 50 }).extend(publicActions);
}
