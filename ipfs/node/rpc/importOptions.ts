import type { ImporterOptions } from "ipfs-unixfs-importer";
import { fixedSize } from "ipfs-unixfs-importer/chunker";
import { balanced } from "ipfs-unixfs-importer/layout";
import { NodeError } from "../NodeError.ts";
import { count, flag, refuseFlags } from "./options.ts";

const notServed = ["trickle", "wrap-with-directory", "inline", "nocopy", "preserve-mode", "preserve-mtime"];
const mebibyte = 2 ** 20;

/** How a file is cut into blocks: by the profile unixfs-v1-2025, but where the options of `add` say otherwise. */
export function importOptions(query: URLSearchParams): ImporterOptions {
  refuseFlags(query, notServed);
  const hash = query.get("hash") ?? "sha2-256";
  if (hash !== "sha2-256") throw new NodeError("this node hashes by sha2-256 only", 400);
  const cidVersion = count(query, "cid-version", 1);
  if (cidVersion !== 0 && cidVersion !== 1) throw new NodeError("there are CIDs of version 0 and 1", 400);
  const width = count(query, "max-file-links", 1024);
  if (width < 2 || width > 1024) throw new NodeError("a node has 2 to 1024 links", 400);
  return {
    profile: "unixfs-v1-2025",
    cidVersion,
    rawLeaves: flag(query, "raw-leaves", cidVersion === 1),
    chunker: fixedSize({ chunkSize: chunkSize(query.get("chunker") ?? "default") }),
    layout: balanced({ maxChildrenPerNode: width }),
    blockWriteConcurrency: 4,
  };
}

function chunkSize(chunker: string): number {
  if (chunker === "default") return mebibyte;
  const size = Number(/^size-(\d{1,8})$/.exec(chunker)?.[1]);
  if (!(size > 0 && size <= mebibyte)) throw new NodeError("the chunker must be size-1 to size-1048576", 400);
  return size;
}
