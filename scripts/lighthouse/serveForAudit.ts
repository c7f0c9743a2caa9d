import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zeroAddress } from "viem";
import { contractAbis } from "#core/chain/contractAbis.ts";
import { parseDeployment } from "#core/chain/parseDeployment.ts";
import { freePort } from "#test/support/freePort.ts";
import { appConfiguration } from "../app/appConfiguration.ts";
import { readBuild } from "../app/readBuild.ts";
import { type ServedApp, serveApp } from "../app/serveApp.ts";
import { buildApp } from "../build/buildApp.ts";

const contracts = Object.fromEntries(Object.keys(contractAbis).map((name) => [name, zeroAddress]));

/** The sources as they stand, built and served as on the local chain, though no chain need run: nobody comes in. */
export async function serveForAudit(): Promise<ServedApp> {
  const folder = await mkdtemp(join(tmpdir(), "ownchart-audit-"));
  await buildApp(folder);
  const build = await readBuild(folder);
  await rm(folder, { recursive: true });
  const configuration = appConfiguration({
    rpcUrl: "http://127.0.0.1:8545",
    gatewayUrl: "http://localhost:8700",
    deployment: parseDeployment({ chainId: 31_337, block: 0, contracts }),
  });
  return serveApp({ port: await freePort(), build, configuration, connectOrigins: [] });
}
