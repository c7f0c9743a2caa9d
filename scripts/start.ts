/** A whole Ownchart on this machine, with sample people and their charts, until Ctrl-C. */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { bytesToHex, createPublicClient, http } from "viem";
import { connect } from "#client/connect.ts";
import { appConfiguration } from "./app/appConfiguration.ts";
import { readBuild } from "./app/readBuild.ts";
import { serveApp } from "./app/serveApp.ts";
import { type Person, people } from "./seed/people.ts";
import { seedBoard } from "./seed/seedBoard.ts";
import { seedCredentials } from "./seed/seedCredentials.ts";
import { seedCharts } from "./seed/seedCharts.ts";
import { seedStaff } from "./seed/seedStaff.ts";
import { placeEmptyDatabase } from "./start/emptyDatabase.ts";
import { endWithParent } from "./start/endWithParent.ts";
import { localWorld } from "./start/localWorld.ts";
import { type Service, startService } from "./start/startService.ts";
import { startChain } from "./start/startChain.ts";

const ports = {
  chain: Number(process.env.OWNCHART_CHAIN_PORT ?? 8545),
  ipfs: Number(process.env.OWNCHART_IPFS_PORT ?? 5001),
  gateway: Number(process.env.OWNCHART_GATEWAY_PORT ?? 8700),
  app: Number(process.env.OWNCHART_APP_PORT ?? 5173),
};
const dataFolder = process.env.OWNCHART_DATA ?? ".ownchart";
const ipfsUrl = process.env.IPFS_API ?? `http://127.0.0.1:${ports.ipfs}`;
const gatewayUrl = `http://localhost:${ports.gateway}`;
/** Where `npm run dev` serves the app as it stands in the sources. */
const developmentUrl = "http://localhost:5174";
const appUrl = `http://localhost:${ports.app}`;

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
  await Promise.all([startApp(), process.env.OWNCHART_SAMPLE_CHARTS === "no" || seedSampleCharts()]);
} catch (error) {
  console.error((error as Error).message);
  await end(1);
}

console.log(`\nOpen ${appUrl}`);
console.log("\nContracts");
for (const [name, address] of Object.entries(deployment.contracts)) say(name, address);
console.log("\nPeople");
const { operator, gateway, boardRoot, boardMember, boardAssistant, applicant, licensed, patients, staff } = people;
for (const { name, account } of [
  operator,
  gateway,
  boardRoot,
  boardMember,
  boardAssistant,
  applicant,
  ...licensed,
  ...patients,
  ...staff,
])
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
  if (!process.env.DATABASE_URL) await placeEmptyDatabase(dataFolder, genesis);
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
        OWNCHART_APP_ORIGINS: [appUrl, developmentUrl].join(),
        IPFS_API: ipfsUrl,
      },
      ready: "at http",
      logFile: join(world, "gateway.log"),
      onEnd,
    }),
  );
}

/** Built by a process of its own, which takes its memory along, while the charts are seeded. */
async function startApp() {
  const folder = join(world, "app");
  await promisify(execFile)(process.execPath, [fileURLToPath(new URL("buildApp.ts", import.meta.url)), folder]);
  const configuration = appConfiguration({ rpcUrl: chain.url, gatewayUrl, deployment });
  const asked = [chain.url, gatewayUrl, process.env.IPFS_GATEWAY ?? ipfsUrl];
  const connectOrigins = asked.map((url) => new URL(url).origin);
  services.push(await serveApp({ port: ports.app, build: await readBuild(folder), configuration, connectOrigins }));
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
  await seedBoard({ connectionOf, now });
  await seedCredentials({ gatewayOf: (person) => connectionOf(person).gateway, deployment, now });
  await seedCharts({ connectionOf, people, now, onStep: (step) => console.log(`  ${step}`) });
  await seedStaff({ connectionOf, now });
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
