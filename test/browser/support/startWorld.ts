/** One `npm start` for all tests of screens: sample people, their charts, and the page as it is served to people. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { freePort } from "#test/support/freePort.ts";
import { runProgram } from "../../system/support/runProgram.ts";

export type BrowserWorld = { appUrl: string; gatewayUrl: string; rpcUrl: string };

declare module "vitest" {
  interface ProvidedContext {
    world: BrowserWorld;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const ports = { chain: await freePort(), ipfs: await freePort(), gateway: await freePort(), app: await freePort() };
  const data = await mkdtemp(join(tmpdir(), "ownchart-screens-"));
  const program = runProgram("node", ["scripts/start.ts"], {
    OWNCHART_CHAIN_PORT: String(ports.chain),
    OWNCHART_IPFS_PORT: String(ports.ipfs),
    OWNCHART_GATEWAY_PORT: String(ports.gateway),
    OWNCHART_APP_PORT: String(ports.app),
    OWNCHART_DATA: data,
  });
  await program.printed("Ready\n", 180_000);
  project.provide("world", {
    appUrl: `http://localhost:${ports.app}/app/`,
    gatewayUrl: `http://localhost:${ports.gateway}`,
    rpcUrl: `http://127.0.0.1:${ports.chain}`,
  });
  return async () => {
    program.process.kill("SIGTERM");
    await program.ended;
    await rm(data, { recursive: true, force: true });
  };
}
