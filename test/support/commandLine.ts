import { join } from "node:path";
import { type Address, zeroAddress, zeroHash } from "viem";
import type { Connection } from "#client/Connection.ts";
import type { LogEntry } from "#core/audit/AccessLog.ts";
import type { LogMemory } from "#core/audit/LogMemory.ts";
import { contractAbis } from "#core/chain/contractAbis.ts";
import type { Deployment } from "#core/chain/parseDeployment.ts";
import type { Vault } from "#core/sealing/vault/Vault.ts";
import type { Circumstances } from "../../scripts/ownchart/Circumstances.ts";
import { runCommandLine } from "../../scripts/ownchart/runCommandLine.ts";
import { type MemoryServices, memoryServices } from "./memoryServices.ts";
import { temporaryFolder } from "./temporaryFolder.ts";

export type RunOptions = {
  environment?: Record<string, string>;
  /** What a person answers, one after the other; without them nobody can be asked. */
  answers?: string[];
  isTTY?: boolean;
  columns?: number;
  signal?: AbortSignal;
  chainId?: number;
  /** Milliseconds; the chain's time unless told otherwise. */
  now?: number;
};

export type Run = {
  code: number;
  out: string;
  err: string;
  /** Of stdout, with --json. */
  json: any;
  /** What was asked. */
  questions: string[];
};

/** A chain, a gateway and IPFS in memory, and a command line that talks to them as somebody would. */
export function commandLine(services: MemoryServices = memoryServices(), vaults: Map<string, Vault> = new Map()) {
  const folder = temporaryFolder();
  const people = new Set<Address>();
  const log: LogEntry[] = [];
  const world = {
    services,
    vaults,
    folder,
    log,
    anchored: 0,
    remembered: [] as (LogMemory | undefined)[],
    path: (name: string) => join(folder, name),
    run,
  };
  return world;

  function connectionOf(address: Address): Connection {
    people.add(address);
    return {
      services,
      vaults: {
        async get() {
          const vault = vaults.get(address.toLowerCase());
          return vault && { vault, version: 1 };
        },
        async put({ vault, version }) {
          if (version !== undefined || vaults.has(address.toLowerCase())) throw new Error("Not in these tests.");
          vaults.set(address.toLowerCase(), vault);
          return 1;
        },
      },
      accessLog: {
        read: async ({ remembered } = {}) => {
          world.remembered.push(remembered);
          const memory = { gateway: zeroAddress, count: world.anchored, head: zeroHash };
          const accessLog = { subject: address.toLowerCase() as Address, salt: null, entries: log, anchors: [] };
          return { log: accessLog, anchored: world.anchored, newest: undefined, memory };
        },
      },
      sharedWithMe: async () => {
        const charts = [...people].map(async (subject) => {
          const hasChart = (await services.chain.chartOf(subject)) !== undefined;
          const grants = hasChart ? await services.chain.grantsOf(subject) : [];
          const mine = grants.filter(({ grantee }) => grantee.toLowerCase() === address.toLowerCase());
          return mine.map((grant) =>
            Object.assign({ subject, isInForce: grant.validFrom <= services.chain.now }, grant),
          );
        });
        return (await Promise.all(charts)).flat();
      },
    };
  }

  async function run(args: string[], options: RunOptions = {}): Promise<Run> {
    const { isTTY = false, columns = 80, chainId = 31_337, signal = new AbortController().signal } = options;
    const [out, err] = [written({ isTTY, columns }), written({ isTTY, columns })];
    const questions: string[] = [];
    const answer = async (question: string) => {
      questions.push(question);
      const next = options.answers?.shift();
      if (next === undefined) throw new Error(`Nobody answers “${question}”.`);
      return next;
    };
    const circumstances: Circumstances = {
      environment: { OWNCHART_DATA: folder, ...options.environment },
      stdout: out,
      stderr: err,
      person: options.answers && { ask: answer, askSecret: answer },
      signal,
      now: () => options.now ?? services.chain.now * 1000,
      chainAt: async () => ({ chainId, genesis: zeroHash }),
      deploymentOn: async () => deployment,
      connect: ({ signer }) => connectionOf(signer.address),
    };
    const code = await runCommandLine(args, circumstances);
    const json = args.includes("--json") && code === 0 ? JSON.parse(out.text()) : undefined;
    return { code, out: out.text(), err: err.text(), json, questions };
  }
}

export type CommandLine = ReturnType<typeof commandLine>;

/** A stream that keeps what is written to it. */
export function written({ isTTY = false, columns = 80 }: { isTTY?: boolean; columns?: number } = {}) {
  const chunks: Buffer[] = [];
  const text = () => Buffer.concat(chunks).toString();
  return { isTTY, columns, text, write: (chunk: string | Uint8Array) => void chunks.push(Buffer.from(chunk)) };
}

const contracts: object = Object.fromEntries(Object.keys(contractAbis).map((name) => [name, zeroAddress]));
const deployment: Deployment = { chainId: 31_337, block: 0, contracts: contracts as Deployment["contracts"] };

export const patient = "0x23618e81e3f5cdf7f54c3d65f7fbc0abf5b21e8f";
export const doctor = "0x90f79bf6eb2c4f870365e785982e1f101e93b906";
export const asPatient = ["--account", "8"];
export const asDoctor = ["--account", "3"];

/** Sealing one takes a quarter of a second, so the sample people have the same in every world. */
const sampleVaults = new Map<string, Vault>();

/** A patient with an open chart and a clinician who has joined. */
export async function readyCommandLine(): Promise<CommandLine> {
  const line = commandLine(undefined, sampleVaults);
  await line.run(["open-chart", ...asPatient]);
  await line.run(["join", ...asDoctor]);
  line.services.chain.clinicians.add(doctor);
  return line;
}

/** The patient shares with the doctor. */
export function shareWithDoctor(line: CommandLine, ...more: string[]): Promise<Run> {
  const about = ["--my-name", "Maya Chen", "--born", "1991-04-12"];
  return line.run(["share", doctor, ...asPatient, "--until", "30d", "--yes", ...about, ...more]);
}

/** A history with so many laboratory results, each of a visit of its own. */
export function historyOf(count: number, text = "Blood count"): string {
  const entry = Array.from({ length: count }, (_, i) => {
    const day = new Date(Date.UTC(2020, 0, 1 + i)).toISOString().slice(0, 10);
    const visit = { resourceType: "Encounter", id: `v${i}`, status: "finished", period: { start: day } };
    const result = {
      resourceType: "Observation",
      id: `o${i}`,
      status: "final",
      category: [{ coding: [{ code: "laboratory" }] }],
      code: { text: `${text} ${i}` },
      encounter: { reference: `Encounter/v${i}` },
      effectiveDateTime: day,
    };
    return [{ resource: visit }, { resource: result }];
  });
  return JSON.stringify({ resourceType: "Bundle", type: "collection", entry: entry.flat() });
}
