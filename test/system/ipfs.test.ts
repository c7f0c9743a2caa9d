import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type KuboRPCClient, create } from "kubo-rpc-client";
import { CID } from "multiformats/cid";
import { concat } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bytesOf } from "#core/sealing/body/bytesOf.ts";
import { cidHasher } from "#core/sealing/body/cidHasher.ts";
import { getBody } from "#ipfs/client/getBody.ts";
import { countedBytes } from "../support/sealing/countedBytes.ts";
import { isListening, silence } from "./support/listening.ts";
import { type IpfsProcess, embeddedNode, kuboNode } from "./support/ipfsNodes.ts";
import { type Program, runProgram } from "./support/runProgram.ts";

const MiB = 2 ** 20;
const binary = process.env.KUBO_BINARY;
const named = process.env.IPFS_API;
const nowhere = "bafkreibm6jg3ux5qumhcn2b3flc3tyu6dmlb4xa7u5bf44yegnrjhc4yeq";
/** Said in full, since Kubo's own choice is another. */
const profile = { cidVersion: 1, rawLeaves: true, chunker: "size-1048576" } as const;

async function cidOf(bytes: Uint8Array): Promise<string> {
  const hasher = cidHasher();
  await hasher.update(bytes);
  return hasher.digest();
}

async function pinned(kubo: KuboRPCClient): Promise<string[]> {
  const pins = await Array.fromAsync(kubo.pin.ls({ type: "recursive" }));
  return pins.map(({ cid }) => cid.toString());
}

/** The CID of what is read, which a test compares in no time; undefined where nothing is there. */
async function readCid(gatewayUrl: string, cid: string): Promise<string | undefined> {
  const body = await getBody({ gatewayUrl, cid });
  return body && cidOf(await bytesOf(body));
}

/** What a chart needs of whichever node it is. */
function keepsBodies(place: () => { api: string; gateway: string }) {
  const kubo = () => create({ url: place().api });

  test.each([0, 1, 5000, MiB, MiB + 1, 7 * MiB + 3])("a body of %i bytes goes in and comes out", async (size) => {
    const bytes = countedBytes(size, size % 13);
    const cid = await cidOf(bytes);
    expect(String((await kubo().add(bytes, profile)).cid)).toBe(cid);
    expect(await pinned(kubo())).toContain(cid);
    expect(await readCid(place().gateway, cid)).toBe(cid);
    expect(await cidOf(concat(await Array.fromAsync(kubo().cat(cid))))).toBe(cid);
    await kubo().pin.rm(CID.parse(cid));
    expect(await pinned(kubo())).not.toContain(cid);
  });

  test("a body that is not there is said not to be there", async () => {
    expect(await readCid(place().gateway, nowhere)).toBeUndefined();
  });

  test("the commands of blocks do what they say", async () => {
    const cid = await kubo().block.put(countedBytes(77), { format: "raw" });
    expect(String(cid)).toBe(await cidOf(countedBytes(77)));
    expect(await kubo().block.stat(cid)).toEqual({ cid, size: 77 });
    expect(await kubo().block.get(cid)).toEqual(countedBytes(77));
    expect(await kubo().pin.add(cid)).toEqual(cid);
    expect(await kubo().pin.rm(cid)).toEqual(cid);
    expect((await kubo().id()).agentVersion).toMatch(/^(ownchart-ipfs|kubo)\//);
    expect((await kubo().version()).version).toMatch(/\d/);
  });
}

/** The same, and what becomes of it when the process is killed. */
function survives(prepare: () => Promise<IpfsProcess>) {
  let node: IpfsProcess;
  let program: Program;

  beforeAll(async () => {
    node = await prepare();
    program = await node.start();
  });
  afterAll(async () => {
    program.process.kill("SIGKILL");
    await program.ended;
    await node.remove();
  });

  keepsBodies(() => node);

  test.each([1, 6, 12])("kill -9 after %i MiB of an upload loses nothing, and the upload repeats", async (cut) => {
    const kubo = create({ url: node.api });
    const [before, bytes] = [countedBytes(3 * MiB + 1, cut), countedBytes(12 * MiB + 9, 20 + cut)];
    const cid = await cidOf(bytes);
    const kept = String((await kubo.add(before, profile)).cid);

    async function* cutOff() {
      yield bytes.subarray(0, cut * MiB);
      await new Promise((resolve) => setTimeout(resolve, 200));
      program.process.kill("SIGKILL");
      yield bytes.subarray(cut * MiB);
    }
    await expect(kubo.add(cutOff(), profile)).rejects.toThrow();
    await program.ended;

    program = await node.start();
    expect(await pinned(kubo)).toContain(kept);
    expect(await pinned(kubo)).not.toContain(cid);
    expect(await readCid(node.gateway, kept)).toBe(kept);
    expect(String((await kubo.add(bytes, profile)).cid)).toBe(cid);
    expect(await readCid(node.gateway, cid)).toBe(cid);
    expect(await pinned(kubo)).toContain(cid);
  });
}

describe("the embedded node", () => {
  survives(embeddedNode);

  test("kill -9 at any moment leaves of every pinned body all of it", async () => {
    const node = await embeddedNode();
    const kubo = create({ url: node.api });
    for (let delay = 10; delay <= 90; delay += 20) {
      const program = await node.start();
      const removing = (await pinned(kubo)).map((cid) => kubo.pin.rm(CID.parse(cid)).catch(() => {}));
      const bodies = Array.from({ length: 6 }, (_, index) => countedBytes(2 * MiB + delay, index));
      const adding = bodies.map((bytes) => kubo.add(bytes).catch(() => undefined));
      setTimeout(() => program.process.kill("SIGKILL"), delay);
      const added = await Promise.all(adding);
      await Promise.all([...removing, program.ended]);

      const again = await node.start();
      const pins = await pinned(kubo);
      for (const it of added) if (it !== undefined) expect(pins).toContain(it.cid.toString());
      for (const cid of pins) expect(await readCid(node.gateway, cid)).toBe(cid);
      again.process.kill("SIGKILL");
      await again.ended;
    }
    await node.remove();
  });

  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("ends by %s", async (signal) => {
    const node = await embeddedNode();
    const program = await node.start();
    program.process.kill(signal);
    expect(await program.ended).toBe(0);
    await node.remove();
  });

  test("ends when whoever started it is gone", async () => {
    const node = await embeddedNode();
    const environment = { OWNCHART_DATA: node.folder, OWNCHART_IPFS_PORT: new URL(node.api).port };
    const child = fork("ipfs/node/main.ts", {
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "inherit", "ipc"],
    });
    await once(child.stdout!, "data");
    child.disconnect();
    expect(await once(child, "exit")).toEqual([0, null]);
    await node.remove();
  });

  test("says so when its port is taken, or its folder in use, and leaves that one alone", async () => {
    const node = await embeddedNode();
    const program = await node.start();
    const port = new URL(node.api).port;
    const elsewhere = await mkdtemp(join(tmpdir(), "ownchart-ipfs-"));
    const environment = { OWNCHART_DATA: elsewhere, OWNCHART_IPFS_PORT: port };
    const second = runProgram("node", ["ipfs/node/main.ts"], environment);
    expect(await second.ended).toBe(1);
    expect(second.output()).toBe(`Port ${port} is taken: end what runs there, or set OWNCHART_IPFS_PORT.\n`);
    await expect(node.start()).rejects.toThrow(/Another process uses .*; end that one first\.\n/);
    expect(await isListening(Number(port))).toBe(true);
    program.process.kill("SIGTERM");
    await silence(Number(port));
    await node.remove();
    await rm(elsewhere, { recursive: true });
  });
});

const ofKubo = binary === undefined ? "Kubo (left out: KUBO_BINARY names none)" : "Kubo";
describe.skipIf(binary === undefined)(ofKubo, () => survives(() => kuboNode(binary!)));

const ofNamed = named === undefined ? "the node in use (left out: IPFS_API names none)" : `the node at ${named}`;
describe.skipIf(named === undefined)(ofNamed, () => {
  keepsBodies(() => ({ api: named!, gateway: process.env.IPFS_GATEWAY ?? named! }));
});
