/** A gateway, until it is told to end. Which chain, which storage and who pays is said by the environment. */
import { readFile } from "node:fs/promises";
import { serve } from "@hono/node-server";
import { createPublicClient, http } from "viem";
import { parseConfiguration } from "./configuration.ts";
import { followChain } from "./chain/followChain.ts";
import { createApp } from "./createApp.ts";
import { startAnchoring } from "./log/startAnchoring.ts";
import { openGateway } from "./openGateway.ts";
import { startRelay } from "./relay/startRelay.ts";
import { report } from "./report.ts";
import { sweep } from "./sweep.ts";

const configuration = parseConfiguration(process.env);
const { host: hostname, port, rpcUrl } = configuration;
const gateway = await openGateway({ configuration, deployment: await deploymentHere(), report });
const stopSweeping = sweep(gateway);
const loops = [startRelay(gateway), followChain(gateway)];
const stopAnchoring = startAnchoring(gateway);
const server = serve({ fetch: createApp(gateway).fetch, hostname, port });
server.on("error", (error: NodeJS.ErrnoException) => {
  const isTaken = error.code === "EADDRINUSE";
  console.error(isTaken ? `Port ${port} is taken: end what runs there, or set OWNCHART_GATEWAY_PORT.` : error);
  process.exit(1);
});
server.on("listening", () => console.log(`Gateway ${gateway.account.address} at http://${hostname}:${port}`));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, end);
process.once("disconnect", end); // who started this is gone

async function end() {
  server.close();
  await stopSweeping();
  await Promise.all(loops.map((loop) => loop.stop()));
  await stopAnchoring();
  await gateway.close();
  process.exit(0);
}

/** Where the contracts stand on the chain that was named. */
async function deploymentHere(): Promise<unknown> {
  const chainId = await createPublicClient({ transport: http(rpcUrl) }).getChainId();
  const file = process.env.OWNCHART_DEPLOYMENT ?? new URL(`../core/chain/deployments/${chainId}.json`, import.meta.url);
  return JSON.parse(await readFile(file, "utf8"));
}
