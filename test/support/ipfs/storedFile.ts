import { decode } from "@ipld/dag-pb";
import { importFile } from "ipfs-unixfs-importer";
import { fixedSize } from "ipfs-unixfs-importer/chunker";
import { balanced } from "ipfs-unixfs-importer/layout";
import type { CID } from "multiformats/cid";

export type StoredFile = {
  cid: CID;
  /** By CID. */
  blocks: Map<string, Uint8Array>;
  /** Depth first, as often as they occur. */
  order: CID[];
};

export type Shape = { chunkSize?: number; width?: number; rawLeaves?: boolean };

/** A file cut into blocks by the importer that others use; small and narrow ones make a tall tree of few bytes. */
export async function storedFile(content: Uint8Array, shape: Shape = {}): Promise<StoredFile> {
  const { chunkSize = 2 ** 20, width = 1024, rawLeaves = true } = shape;
  const blocks = new Map<string, Uint8Array>();
  const store = { put: async (it: CID, block: Uint8Array) => (blocks.set(String(it), block), it) };
  const source = {
    content: (async function* () {
      yield content;
    })(),
  };
  const { cid } = await importFile(source, store, {
    profile: "unixfs-v1-2025",
    rawLeaves,
    chunker: fixedSize({ chunkSize }),
    layout: balanced({ maxChildrenPerNode: width }),
  });
  return { cid, blocks, order: orderOf(cid, blocks) };
}

function orderOf(cid: CID, blocks: Map<string, Uint8Array>): CID[] {
  if (cid.code !== 0x70) return [cid];
  return [cid, ...decode(blocks.get(String(cid))!).Links.flatMap(({ Hash }) => orderOf(Hash, blocks))];
}
