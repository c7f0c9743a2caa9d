import { network } from "hardhat";
import { buildContracts } from "../build/buildContracts.ts";
import type { Deployment } from "#core/chain/parseDeployment.ts";
import { deployStack } from "../deploy/deployStack.ts";
import { people } from "../seed/people.ts";
import { sampleBoard } from "../seed/sampleBoard.ts";
import { seatAssistant } from "../seed/seatAssistant.ts";
import { seedLicences } from "../seed/seedLicences.ts";
import { takenPort } from "./takenPort.ts";

export type LocalChain = { url: string; deployment: Deployment; close(): Promise<void> };

/** A chain within this process, with the contracts, a board and licensed clinicians. It forgets everything when it ends. */
export async function startChain({ port }: { port: number }): Promise<LocalChain> {
  await buildContracts();
  const host = "127.0.0.1";
  const server = await network.createServer("default", host, port);
  // It throws where nobody can catch it when its port is taken.
  const explain = (error: NodeJS.ErrnoException) => {
    console.error(error.code === "EADDRINUSE" ? takenPort(port, "OWNCHART_CHAIN_PORT") : error);
    process.exit(1);
  };
  process.once("uncaughtException", explain);
  await server.listen();
  process.off("uncaughtException", explain);

  const { provider } = await network.create({ network: "localhost", override: { url: `http://${host}:${port}` } });
  const deployer = people.operator.account.address;
  const deployment = await deployStack({ provider, deployer, admin: deployer, boards: [sampleBoard] });
  if (deployment === undefined) throw new Error("The deployment was not confirmed.");
  await seedLicences(provider, deployment);
  await seatAssistant(provider, deployment);
  return { url: `http://${host}:${port}`, deployment, close: () => server.close() };
}
