import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "#test/support/freePort.ts";
import { type Program, runProgram } from "./runProgram.ts";

/** An IPFS node as a process of its own, whose data outlives it. */
export type IpfsProcess = {
  api: string;
  gateway: string;
  start(): Promise<Program>;
  remove(): Promise<void>;
};

const temporaryFolder = () => mkdtemp(join(tmpdir(), "ownchart-ipfs-"));

export async function embeddedNode(): Promise<IpfsProcess & { folder: string }> {
  const [folder, port] = [await temporaryFolder(), await freePort()];
  const url = `http://127.0.0.1:${port}`;
  return {
    folder,
    api: url,
    gateway: url,
    async start() {
      const environment = { OWNCHART_DATA: folder, OWNCHART_IPFS_PORT: String(port) };
      const program = runProgram("node", ["ipfs/node/main.ts"], environment);
      await program.printed(`IPFS at ${url}`);
      return program;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A Kubo on no network, with an empty repository, that cuts files as the profile unixfs-v1-2025 says. */
export async function kuboNode(binary: string): Promise<IpfsProcess> {
  const [folder, apiPort, gatewayPort] = [await temporaryFolder(), await freePort(), await freePort()];
  const IPFS_PATH = join(folder, "repository");
  const kubo = (...args: string[]) => execFileSync(binary, args, { env: { ...process.env, IPFS_PATH }, stdio: "pipe" });
  kubo("init", "--empty-repo");
  for (const [name, value] of Object.entries({
    "Addresses.API": `/ip4/127.0.0.1/tcp/${apiPort}`,
    "Addresses.Gateway": `/ip4/127.0.0.1/tcp/${gatewayPort}`,
    "Addresses.Swarm": [],
    Bootstrap: [],
    "Gateway.NoFetch": true,
    "Import.UnixFSFileMaxLinks": 1024,
  })) {
    kubo("config", "--json", name, JSON.stringify(value));
  }
  return {
    api: `http://127.0.0.1:${apiPort}`,
    gateway: `http://127.0.0.1:${gatewayPort}`,
    async start() {
      const program = runProgram(binary, ["daemon", "--offline"], { IPFS_PATH });
      await program.printed("Daemon is ready");
      return program;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
