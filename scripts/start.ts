/** A whole Ownchart on this machine, with sample people and their charts, until Ctrl-C. */
import { join } from "node:path";
import { bytesToHex, createPublicClient, http } from "viem";
import { connect } from "#client/connect.ts";
import { type Person, people } from "./seed/people.ts";
import { seedCredentials } from "./seed/seedCredentials.ts";
import { seedCharts } from "./seed/seedCharts.ts";
import { endWithParent } from "./start/endWithParent.ts";
import { localWorld } from "./start/localWorld.ts";
import { type Service, startService } from "./start/startService.ts";
import { startChain } from "./start/startChain.ts";

const ports = {
  chain: Number(process.env.OWNCHART_CHAIN_PORT ?? 8545),
  ipfs: Number(process.env.OWNCHART_IPFS_PORT ?? 5001),
  gateway: Number(process.env.OWNCHART_GATEWAY_PORT ?? 8700),
};
const dataFolder = process.env.OWNCHART_DATA ?? ".ownchart";
const ipfsUrl = process.env.IPFS_API ?? `http://127.0.0.1:${ports.ipfs}`;
const gatewayUrl = `http://localhost:${ports.gateway}`;

const chain = await startChain({ port: ports.chain });
const services: Service[] = [];
endWithParent(() => void end(0));

const { deployment } = chain;
const client = createPublicClient({ transport: http(chain.url) });
const { hash: genesis } = await client.getBlock({ blockNumber: 0n });
const world = await localWorld(dataFolder, genesis);
try {
  if (process.env.IPFS_API === undefined) await startIpfs();
  await startGateway();
  if (process.env.OWNCHART_SAMPLE_CHARTS !== "no") await seedSampleCharts();
} catch (error) {
  console.error((error as Error).message);
  await end(1);
}

console.log("\nContracts");
for (const [name, address] of Object.entries(deployment.contracts)) say(name, address);
console.log("\nPeople");
const { operator, gateway, boardRoot, boardMember, licensed, patients } = people;
for (const { name, account } of [operator, gateway, boardRoot, boardMember, ...licensed, ...patients])
  say(name, account.address);
console.log("\nServices");
say(`Chain ${deployment.chainId}`, chain.url);
say("Gateway", gatewayUrl);
say("IPFS", ipfsUrl);
console.log(`\nAll of it is forgotten when the chain ends: Ctrl-C. Until then it lies in ${world}.`);
console.log("Ready");

async function startIpfs() {
  services.push(
    await startService({
      name: "The IPFS node",
      program: "ipfs/node/main.ts",
      environment: { OWNCHART_IPFS_PORT: String(ports.ipfs), OWNCHART_DATA: join(world, "ipfs") },
      ready: "at http",
      logFile: join(world, "ipfs.log"),
      onEnd,
    }),
  );
}

async function startGateway() {
  services.unshift(
    await startService({
      name: "The gateway",
      program: "gateway/main.ts",
      nodeOptions: ["--max-semi-space-size=4"], // as `npm run gateway` has it: 150 MiB less
      environment: {
        OWNCHART_RPC_URL: chain.url,
        OWNCHART_GATEWAY_PORT: String(ports.gateway),
        OWNCHART_DATA: dataFolder,
        OWNCHART_RELAY_KEY: bytesToHex(people.gateway.account.getHdKey().privateKey!),
        IPFS_API: ipfsUrl,
      },
      ready: "at http",
      logFile: join(world, "gateway.log"),
      onEnd,
    }),
  );
}

async function seedSampleCharts() {
  const { timestamp } = await client.getBlock();
  const connections = new Map<Person, ReturnType<typeof connect>>();
  const connectionOf = (person: Person) => {
    const signer = person.account;
    const known = connections.get(person) ?? connect({ rpcUrl: chain.url, gatewayUrl, deployment, signer });
    connections.set(person, known);
    return known;
  };
  const now = Number(timestamp);
  await seedCredentials({ gatewayOf: (person) => connectionOf(person).gateway, deployment, now });
  await seedCharts({ connectionOf, people, now, onStep: (step) => console.log(`  ${step}`) });
}

function say(name: string, value: string) {
  console.log(`  ${name.padEnd(36)}${value}`);
}

function onEnd(name: string) {
  console.error(`${name} ended; what it said last is in ${world}.`);
  void end(1);
}

async function end(code: number): Promise<never> {
  for (const service of services) await service.end();
  await chain.close();
  process.exit(code);
}
