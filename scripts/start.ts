/** A whole Ownchart on this machine, with sample people, until Ctrl-C. It runs in one process and ends with it. */
import { network, tasks } from "hardhat";
import { deployStack } from "./deploy/deployStack.ts";
import { people } from "./seed/people.ts";
import { sampleBoard } from "./seed/sampleBoard.ts";
import { seedLicences } from "./seed/seedLicences.ts";

const host = "127.0.0.1";
const port = Number(process.env.OWNCHART_CHAIN_PORT ?? 8545);

await tasks.getTask("build").run({ quiet: true, noTests: true });
const server = await network.createServer("default", host, port);
process.once("uncaughtException", explainWhyNot);
await server.listen();
process.off("uncaughtException", explainWhyNot);
endWith(server);

const { provider } = await network.create("localhost");
const deployer = people.operator.account.address;
const deployment = await deployStack({ provider, deployer, admin: deployer, boards: [sampleBoard] });
if (deployment === undefined) throw new Error("The deployment was not confirmed.");
await seedLicences(provider, deployment);

console.log("\nContracts");
for (const [name, address] of Object.entries(deployment.contracts)) say(name, address);
console.log("\nPeople");
const { operator, boardRoot, boardMember, licensed, patients } = people;
for (const { name, account } of [operator, boardRoot, boardMember, ...licensed, ...patients])
  say(name, account.address);
console.log(`\nChain ${deployment.chainId} at http://${host}:${port}. It forgets everything when it ends: Ctrl-C.`);
console.log("Ready");

function say(name: string, address: string) {
  console.log(`  ${name.padEnd(36)}${address}`);
}

/** The server throws where nobody can catch it when its port is taken. */
function explainWhyNot(error: NodeJS.ErrnoException) {
  const isTaken = error.code === "EADDRINUSE";
  console.error(isTaken ? `Port ${port} is taken: Ownchart, or another chain, is running. End that one first.` : error);
  process.exit(1);
}

/** Whatever ends the terminal, or npm in it, ends the chain too. */
function endWith(running: typeof server) {
  const end = () => void running.close().finally(() => process.exit(0));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, end);
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || end(), 500).unref();
}
