/** Opens the gateway, serves it, and ends with the signal that says so. */
import { readFile } from "node:fs/promises";
import { createPublicClient, http } from "viem";
import { followChain } from "./chain/followChain.ts";
import { FolderInUseError } from "#ipfs/node/lockFolder.ts";
import { ConfigurationInvalidError, parseConfiguration } from "./configuration.ts";
import { createApp } from "./createApp.ts";
import { startAnchoring } from "./log/startAnchoring.ts";
import { type OpenGateway, OtherChainError, openGateway } from "./openGateway.ts";
import { startRelay } from "./relay/startRelay.ts";
import { report } from "./report.ts";
import { shutDown } from "./shutDown.ts";
import { startServer } from "./startServer.ts";
import { sweep } from "./sweep.ts";

// One request that nobody waits for any more must not end all others.
process.on("unhandledRejection", (error) => report("a promise that nobody kept", error));
const gateway = await open().catch(explainWhyNot);
const { configuration } = gateway;
const { host, port } = configuration;
const [relay, index] = [startRelay(gateway), followChain(gateway)];
const stopLoops = [relay.stop, index.stop, startAnchoring(gateway), sweep(gateway)];

const server = startServer({ app: createApp(gateway), configuration });
server.on("error", (error: NodeJS.ErrnoException) => {
  const isTaken = error.code === "EADDRINUSE";
  console.error(isTaken ? `Port ${port} is taken: end what runs there, or set OWNCHART_GATEWAY_PORT.` : error);
  process.exit(1);
});
server.on("listening", () => console.log(`Gateway ${gateway.account.address} at http://${host}:${port}`));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => end(0));
process.once("disconnect", () => end(0)); // who started this is gone
process.on("uncaughtException", (error) => {
  report("a mistake after which nothing is sure", error);
  void end(1);
});

let isEnding = false;

async function end(code: number) {
  if (isEnding) return;
  isEnding = true;
  const stopped = Promise.allSettled(stopLoops.map((stop) => stop()));
  await shutDown({ server, gateway, finishing: stopped });
  process.exit(code);
}

async function open(): Promise<OpenGateway> {
  const configured = parseConfiguration(process.env);
  return openGateway({ configuration: configured, deployment: await deploymentOn(configured.rpcUrl), report });
}

/** Errors of libraries are told by their names: what they say holds addresses of nodes, which may hold keys. */
function explainWhyNot(error: unknown): never {
  const isOurs = [ConfigurationInvalidError, FolderInUseError, OtherChainError].some((it) => error instanceof it);
  if (isOurs) console.error((error as Error).message);
  else report("The gateway did not start.", error);
  process.exit(1);
}

/** Where the contracts stand on the chain that was named. */
async function deploymentOn(rpcUrl: string): Promise<unknown> {
  const chainId = await createPublicClient({ transport: http(rpcUrl) }).getChainId();
  const file = process.env.OWNCHART_DEPLOYMENT ?? new URL(`../core/chain/deployments/${chainId}.json`, import.meta.url);
  return JSON.parse(await readFile(file, "utf8"));
}
