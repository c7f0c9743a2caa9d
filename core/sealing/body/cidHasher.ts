import { concat } from "viem";

/** A block of the tree so far: its CID, how many bytes it and all below it take, and how many of the file they hold. */
type Block = { cid: Uint8Array; size: number; content: number };

export type CidHasher = {
  /** Waits only while an earlier part is still being hashed. */
  update(bytes: Uint8Array): Promise<void>;
  /** Ends it. Asked again it answers the same, and touches no memory: that may be another hasher's by then. */
  digest(): Promise<string>;
};

/**
 * The CID of a file that flows by, by the profile unixfs-v1-2025: raw leaves of 1 MiB, 1,024 links a node, a balanced
 * tree. Holds one leaf and 36 bytes of each earlier one, however long the file.
 */
export function cidHasher(): CidHasher {
  const leaves: Promise<Block>[] = [];
  const leaf = spareLeaves.pop() ?? new Uint8Array(leafSize);
  let filled = 0;
  let cid: Promise<string> | undefined;

  // Digesting takes a copy at once, and runs beside us; the buffer can be filled again meanwhile.
  function endLeaf(): void {
    leaves.push(blockOf(rawCodec, leaf.subarray(0, filled), []));
    filled = 0;
  }

  function end(): Promise<string> {
    if (filled > 0 || leaves.length === 0) endLeaf();
    spareLeaves[0] = leaf;
    return rootOf(leaves);
  }

  return {
    async update(bytes) {
      for (let rest = bytes; rest.length > 0;) {
        const part = rest.subarray(0, leafSize - filled);
        leaf.set(part, filled);
        filled += part.length;
        rest = rest.subarray(part.length);
        if (filled < leafSize) continue;
        await leaves.at(-1);
        endLeaf();
      }
    },
    digest() {
      cid ??= end();
      return cid;
    },
  };
}

async function rootOf(leaves: readonly Promise<Block>[]): Promise<string> {
  let level = await Promise.all(leaves);
  while (level.length > 1) level = await levelAbove(level);
  return base32(level[0]!.cid);
}

function levelAbove(level: readonly Block[]): Promise<Block[]> {
  const nodes = [];
  for (let at = 0; at < level.length; at += nodeWidth) {
    const children = level.slice(at, at + nodeWidth);
    nodes.push(blockOf(dagPbCodec, nodeBytes(children), children));
  }
  return Promise.all(nodes);
}

async function blockOf(codec: number, bytes: Uint8Array, children: readonly Block[]): Promise<Block> {
  const digest = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  const isLeaf = codec === rawCodec;
  return {
    cid: concat([Uint8Array.of(1, codec, ...sha256Head), new Uint8Array(digest)]),
    size: bytes.length + total(children, "size"),
    content: isLeaf ? bytes.length : total(children, "content"),
  };
}

/** A UnixFS file node in protobuf: the links (Hash 1, Name 2, Tsize 3), then the data (Type 1, filesize 3, blocksizes 4). */
function nodeBytes(children: readonly Block[]): Uint8Array {
  const links = children.map(({ cid, size }) =>
    bytesField(2, concat([bytesField(1, cid), bytesField(2, new Uint8Array(0)), numberField(3, size)])),
  );
  const sizes = children.map(({ content }) => numberField(4, content));
  const data = concat([numberField(1, unixFsFile), numberField(3, total(children, "content")), ...sizes]);
  return concat([...links, bytesField(1, data)]);
}

function bytesField(field: number, bytes: Uint8Array): Uint8Array {
  return concat([varint((field << 3) | 2), varint(bytes.length), bytes]);
}

function numberField(field: number, value: number): Uint8Array {
  return concat([varint(field << 3), varint(value)]);
}

function varint(value: number): Uint8Array {
  const bytes = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return Uint8Array.of(...bytes, rest);
}

function total(blocks: readonly Block[], member: "size" | "content"): number {
  return blocks.reduce((sum, block) => sum + block[member], 0);
}

/** Multibase `b`: RFC 4648, lower case, no padding. The 36 bytes of a CID end within a symbol. */
function base32(bytes: Uint8Array): string {
  let text = "b";
  let [bits, count] = [0, 0];
  for (const byte of bytes) {
    bits = ((bits << 8) | byte) & 0xfff;
    count += 8;
    for (; count >= 5; count -= 5) text += alphabet[(bits >> (count - 5)) & 31];
  }
  return text + alphabet[(bits << (5 - count)) & 31];
}

const alphabet = "abcdefghijklmnopqrstuvwxyz234567";
export const leafSize = 2 ** 20;
/** Memory that is new costs more than hashing what is written into it, so one leaf waits for the next file. */
const spareLeaves: Uint8Array<ArrayBuffer>[] = [];
const nodeWidth = 1024;
const rawCodec = 0x55;
const dagPbCodec = 0x70;
const sha256Head = [0x12, 0x20];
const unixFsFile = 2;
