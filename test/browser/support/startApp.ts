import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "#test/support/freePort.ts";
import { runProgram } from "../../system/support/runProgram.ts";

export type BrowserWorld = { appUrl: string; gatewayUrl: string; rpcUrl: string };

export type StartingApp = {
  world: BrowserWorld;
  /** Resolves once all of it can be used. */
  ready: Promise<void>;
  end(): Promise<void>;
};

/** One `npm start` on ports of its own: sample people, their charts, and the page as it is served to people. */
export async function beginApp(environment: Record<string, string> = {}): Promise<StartingApp> {
  const ports = { chain: await freePort(), ipfs: await freePort(), gateway: await freePort(), app: await freePort() };
  const data = await mkdtemp(join(tmpdir(), "ownchart-screens-"));
  const program = runProgram("node", ["scripts/start.ts"], {
    OWNCHART_CHAIN_PORT: String(ports.chain),
    OWNCHART_IPFS_PORT: String(ports.ipfs),
    OWNCHART_GATEWAY_PORT: String(ports.gateway),
    OWNCHART_APP_PORT: String(ports.app),
    OWNCHART_DATA: data,
    ...environment,
  });
  return {
    world: {
      appUrl: `http://localhost:${ports.app}/app/`,
      gatewayUrl: `http://localhost:${ports.gateway}`,
      rpcUrl: `http://127.0.0.1:${ports.chain}`,
    },
    ready: program.printed("Ready\n", 300_000),
    async end() {
      program.process.kill("SIGTERM");
      await program.ended;
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** The same, once it can be used. */
export async function startApp(environment?: Record<string, string>): Promise<Omit<StartingApp, "ready">> {
  const { world, ready, end } = await beginApp(environment);
  await ready;
  return { world, end };
}
