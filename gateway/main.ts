/** A gateway, until it is told to end. Which chain, which storage and who pays is said by the environment. */
import { readFile } from "node:fs/promises";
import { createPublicClient, http } from "viem";
import { followChain } from "./chain/followChain.ts";
import { parseConfiguration } from "./configuration.ts";
import { createApp } from "./createApp.ts";
import { startAnchoring } from "./log/startAnchoring.ts";
import { openGateway } from "./openGateway.ts";
import { startRelay } from "./relay/startRelay.ts";
import { report } from "./report.ts";
import { shutDown } from "./shutDown.ts";
import { startServer } from "./startServer.ts";
import { sweep } from "./sweep.ts";

const configuration = parseConfiguration(process.env);
const { host, port, rpcUrl } = configuration;
// One request that nobody waits for any more must not end all others.
process.on("unhandledRejection", (error) => report("a promise that nobody kept", error));
const gateway = await openGateway({ configuration, deployment: await deploymentHere(), report });
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

/** Where the contracts stand on the chain that was named. */
async function deploymentHere(): Promise<unknown> {
  const chainId = await createPublicClient({ transport: http(rpcUrl) }).getChainId();
  const file = process.env.OWNCHART_DEPLOYMENT ?? new URL(`../core/chain/deployments/${chainId}.json`, import.meta.url);
  return JSON.parse(await readFile(file, "utf8"));
}
