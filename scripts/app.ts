/** Serves the app that was built, until Ctrl-C. The environment says which chain and which gateway it talks to. */
import { readFile } from "node:fs/promises";
import { createPublicClient, http } from "viem";
import { parseDeployment } from "#core/chain/parseDeployment.ts";
import { appConfiguration } from "./app/appConfiguration.ts";
import { readBuild } from "./app/readBuild.ts";
import { serveApp } from "./app/serveApp.ts";
import { appFolder } from "./build/appFolder.ts";
import { endWithParent } from "./start/endWithParent.ts";

const {
  OWNCHART_APP_PORT: port = "5173",
  OWNCHART_RPC_URL: rpcUrl = "http://127.0.0.1:8545",
  OWNCHART_GATEWAY_URL: gatewayUrl = "http://localhost:8700",
  IPFS_GATEWAY: ipfsUrl = "http://127.0.0.1:5001",
} = process.env;

const served = await serve().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
endWithParent(() => void served.end().finally(() => process.exit(0)));
console.log(`The app at ${served.url}`);

async function serve() {
  const configuration = appConfiguration({ rpcUrl, gatewayUrl, deployment: await readDeployment() });
  const connectOrigins = [rpcUrl, gatewayUrl, ipfsUrl].map((url) => new URL(url).origin);
  return serveApp({ port: Number(port), build: await readBuild(appFolder), configuration, connectOrigins });
}

/** Where the contracts stand on the chain that was named. */
async function readDeployment() {
  const known = process.env.OWNCHART_DEPLOYMENT;
  const chainId = known ?? (await createPublicClient({ transport: http(rpcUrl) }).getChainId());
  const file = known ?? new URL(`../core/chain/deployments/${chainId}.json`, import.meta.url);
  return parseDeployment(JSON.parse(await readFile(file, "utf8")));
}
