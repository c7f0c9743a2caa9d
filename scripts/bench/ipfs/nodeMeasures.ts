import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exporter } from "ipfs-unixfs-exporter";
import { importFile } from "ipfs-unixfs-importer";
import { CID } from "multiformats/cid";
import { addFile } from "#ipfs/client/addFile.ts";
import { getBody } from "#ipfs/client/getBody.ts";
import { bestTimes } from "../../measure/bestTimes.ts";
import type { Measure } from "../../measure/Measure.ts";

const MiB = 2 ** 20;
const sizes = [
  ["1MiB", MiB, 5],
  ["100MiB", 100 * MiB, 1],
] as const;

type Place = { api: string; gateway: string };

/**
 * Adding and getting through node and client, checked on arrival and safe on the disk, beside the importer and exporter
 * alone in memory; and through the client beside a Kubo, where IPFS_API names one.
 */
export async function* nodeMeasures(): AsyncGenerator<Measure> {
  const node = await startNode();
  try {
    for (const [name, size, times] of sizes) {
      const [add, bareAdd] = await bestTimes(times, [() => adding(node, size), () => importing(size)]);
      const [cid, bare] = [await adding(node, size), await importing(size)];
      const [get, bareGet] = await bestTimes(times, [() => getting(node, cid), () => exporting(bare)]);
      yield { name: `add.${name}`, value: add!, unit: "ms", peer: bareAdd! };
      yield { name: `get.${name}`, value: get!, unit: "ms", peer: bareGet! };
      yield* besideKubo(node, name, size, times);
    }
  } finally {
    await node.stop();
  }
}

async function* besideKubo(node: Place, name: string, size: number, times: number): AsyncGenerator<Measure> {
  const api = process.env.IPFS_API;
  if (api === undefined) return;
  const kubo = { api, gateway: process.env.IPFS_GATEWAY ?? api };
  const [add, kuboAdd] = await bestTimes(times, [() => adding(node, size), () => adding(kubo, size)]);
  const cid = await adding(node, size);
  const [get, kuboGet] = await bestTimes(times, [() => getting(node, cid), () => getting(kubo, cid)]);
  yield { name: `add.${name}.kubo`, value: add!, unit: "ms", peer: kuboAdd! };
  yield { name: `get.${name}.kubo`, value: get!, unit: "ms", peer: kuboGet! };
}

/** Chunks as a network brings them, each MiB another. */
async function* content(size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < size; at += 65_536) {
    const chunk = new Uint8Array(65_536);
    new DataView(chunk.buffer).setUint32(0, at);
    yield chunk;
  }
}

async function adding({ api }: Place, size: number): Promise<string> {
  return (await addFile({ apiUrl: api, content: content(size) })).cid;
}

async function getting({ gateway }: Place, cid: string): Promise<number> {
  let size = 0;
  for await (const chunk of (await getBody({ gatewayUrl: gateway, cid }))!) size += chunk.length;
  return size;
}

type InMemory = { cid: CID; blocks: Map<string, Uint8Array> };

async function importing(size: number): Promise<InMemory> {
  const blocks = new Map<string, Uint8Array>();
  const put = async (it: CID, block: Uint8Array) => {
    blocks.set(it.toString(), block);
    return it;
  };
  const { cid } = await importFile({ content: content(size) }, { put }, { profile: "unixfs-v1-2025" });
  return { cid, blocks };
}

async function exporting({ cid, blocks }: InMemory): Promise<number> {
  async function* get(wanted: CID) {
    yield blocks.get(wanted.toString())!;
  }
  const entry = await exporter(cid, { get });
  if (entry.type !== "file" && entry.type !== "raw") throw new Error("What was imported is no file.");
  let size = 0;
  for await (const chunk of entry.content()) size += chunk.length;
  return size;
}

async function startNode(): Promise<Place & { stop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "ownchart-ipfs-"));
  const child = spawn(process.execPath, ["ipfs/node/main.ts"], {
    cwd: new URL("../../../", import.meta.url),
    env: { ...process.env, OWNCHART_DATA: folder, OWNCHART_IPFS_PORT: "0" },
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  const [line] = (await once(child.stdout!, "data")) as [Buffer];
  const url = /http:\S+\d/.exec(String(line))![0];
  return {
    api: url,
    gateway: url,
    async stop() {
      child.kill();
      await once(child, "exit");
      await rm(folder, { recursive: true });
    },
  };
}
