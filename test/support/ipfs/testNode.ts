import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { create } from "kubo-rpc-client";
import { type CreateIpfsNodeParameters, createIpfsNode } from "#ipfs/node/createIpfsNode.ts";

/** An IPFS node in this process, in a folder of its own that goes with it; `kubo` is the client that others use. */
export async function testNode(parameters: Partial<CreateIpfsNodeParameters> = {}) {
  const folder = parameters.folder ?? (await mkdtemp(join(tmpdir(), "ownchart-ipfs-")));
  const reports: { event: string; error: unknown }[] = [];
  const report = (event: string, error: unknown) => void reports.push({ event, error });
  const node = await createIpfsNode({ folder, port: 0, report, ...parameters });
  return {
    ...node,
    folder,
    reports,
    kubo: create({ url: node.url }),
    /** How many block files there are, and how many are half written. */
    files: async () => ({
      blocks: (await readdir(join(folder, "blocks"), { recursive: true })).filter((it) => it.includes("/")).length,
      incoming: (await readdir(join(folder, "incoming"))).length,
    }),
    async remove() {
      await node.close();
      await rm(folder, { recursive: true });
    },
  };
}

export type TestNode = Awaited<ReturnType<typeof testNode>>;
