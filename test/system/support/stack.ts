import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bytesToHex, createPublicClient, http } from "viem";
import { type Deployment, parseDeployment } from "#core/chain/parseDeployment.ts";
import { placeEmptyDatabase } from "#test/support/emptyDatabase.ts";
import { people } from "../../../scripts/seed/people.ts";
import { freePort } from "#test/support/freePort.ts";
import { type Restartable, restartable } from "./restartable.ts";
import { runProgram } from "./runProgram.ts";
import { type Tripwire, tripwire } from "./tripwire.ts";

/** Chain, IPFS node and gateway as processes, with wires between them that can be pulled and cut. */
export type Stack = {
  chainUrl: string;
  /** Through its wire. */
  gatewayUrl: string;
  ipfsUrl: string;
  deployment: Deployment;
  /** What the services keep. */
  folder: string;
  wires: { toGateway: Tripwire; gatewayToChain: Tripwire; gatewayToIpfs: Tripwire };
  gateway: Restartable;
  /** With which another one runs beside it, or in its place. */
  gatewayEnvironment: Record<string, string>;
  ipfs: Restartable;
  close(): Promise<void>;
};

export type StackOptions = {
  environment?: Record<string, string>;
  keepsWhatFlows?: boolean;
  /** Nothing flows through the wires, which take their time: for measuring. */
  isDirect?: boolean;
  /** For Node, which runs the gateway. */
  gatewayOptions?: readonly string[];
};

export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const { environment = {}, keepsWhatFlows = false, isDirect = false, gatewayOptions } = options;
  const folder = await mkdtemp(join(tmpdir(), "ownchart-stack-"));
  const ports = { chain: await freePort(), ipfs: await freePort(), gateway: await freePort() };
  const wireTo = (target: number) => tripwire({ target, keeps: keepsWhatFlows });
  const wires = {
    toGateway: await wireTo(ports.gateway),
    gatewayToChain: await wireTo(ports.chain),
    gatewayToIpfs: await wireTo(ports.ipfs),
  };
  const [chainUrl, ipfsUrl] = [local(ports.chain), local(ports.ipfs)];
  const portTo = (target: number, wire: Tripwire) => (isDirect ? target : wire.port);
  const gatewayUrl = `http://localhost:${portTo(ports.gateway, wires.toGateway)}`;

  const chain = runProgram("node", ["scripts/chain.ts"], { OWNCHART_CHAIN_PORT: String(ports.chain) });
  const ipfs = restartable("ipfs/node/main.ts", {
    OWNCHART_IPFS_PORT: String(ports.ipfs),
    OWNCHART_DATA: join(folder, "ipfs"),
  });
  const gatewayEnvironment = {
    OWNCHART_RPC_URL: local(portTo(ports.chain, wires.gatewayToChain)),
    OWNCHART_GATEWAY_PORT: String(ports.gateway),
    OWNCHART_GATEWAY_URL: gatewayUrl,
    OWNCHART_DATA: join(folder, "gateway"),
    OWNCHART_RELAY_KEY: bytesToHex(people.gateway.account.getHdKey().privateKey!),
    IPFS_API: local(portTo(ports.ipfs, wires.gatewayToIpfs)),
    IPFS_GATEWAY: ipfsUrl,
    ...environment,
  };
  const gateway = restartable("gateway/main.ts", gatewayEnvironment, gatewayOptions);
  await Promise.all([chain.printed("Ready\n"), ipfs.start()]);
  const { hash: genesis } = await createPublicClient({ transport: http(chainUrl) }).getBlock({ blockNumber: 0n });
  await placeEmptyDatabase(join(folder, "gateway"), genesis);
  await gateway.start();

  const file = new URL("../../../core/chain/deployments/31337.json", import.meta.url);
  const deployment = parseDeployment(JSON.parse(await readFile(file, "utf8")));
  return {
    chainUrl,
    gatewayUrl,
    ipfsUrl,
    deployment,
    folder,
    wires,
    gateway,
    gatewayEnvironment,
    ipfs,
    async close() {
      await Promise.all([gateway.end(), ipfs.end()]);
      chain.process.kill("SIGTERM");
      await chain.ended;
      for (const wire of Object.values(wires)) await wire.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function local(port: number): string {
  return `http://127.0.0.1:${port}`;
}
