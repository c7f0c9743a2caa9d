import { encode } from "@ipld/dag-pb";
import fc from "fast-check";
import { CID } from "multiformats/cid";
import { sha256 } from "multiformats/hashes/sha2";
import { concat } from "viem";
import { expect, test } from "vitest";
import { storedFile } from "#test/support/ipfs/storedFile.ts";
import { countedBytes } from "#test/support/sealing/countedBytes.ts";
import { fileBytes } from "./fileBytes.ts";

const leaf = new Uint8Array(1);

/** A tower of nodes with one part each, above a leaf of one byte. */
async function tower(floors: number, claimed = 1) {
  const blocks = new Map<string, Uint8Array>();
  let cid: CID = CID.createV1(0x55, await sha256.digest(leaf));
  blocks.set(String(cid), leaf);
  for (let floor = 0; floor < floors; floor++) {
    const size = floor === 0 ? claimed : 1;
    const block = encode({ Data: Uint8Array.of(8, 2, 24, size, 32, size), Links: [{ Hash: cid, Name: "", Tsize: 1 }] });
    cid = CID.createV1(0x70, await sha256.digest(block));
    blocks.set(String(cid), block);
  }
  return Array.fromAsync(fileBytes({ root: cid, blockOf: async (wanted) => blocks.get(String(wanted))! }));
}

test("a tree of eight floors is read", async () => expect(await tower(7)).toEqual([leaf]));

test("a tree that is taller than any file's is refused", async () => {
  await expect(tower(8)).rejects.toMatchObject({ name: "NotAFile" });
});

test("a part that holds more or less than its node says is refused", async () => {
  await expect(tower(1, 2)).rejects.toMatchObject({ name: "NotAFile" });
  await expect(tower(2, 2)).rejects.toMatchObject({ name: "NotAFile" });
});

test("any part of a file is what lies there, and no block beyond it is read", async () => {
  const content = countedBytes(1000);
  const { cid, blocks } = await storedFile(content, { chunkSize: 30, width: 3 });
  await fc.assert(
    fc.asyncProperty(fc.nat(1100), fc.nat(1100), async (offset, length) => {
      let [leaves, nodes] = [0, 0];
      const blockOf = async (wanted: CID) => {
        if (wanted.code === 0x55) leaves++;
        else nodes++;
        return blocks.get(String(wanted))!;
      };
      const read = concat(await Array.fromAsync(fileBytes({ root: cid, blockOf, offset, length })));
      expect(read).toEqual(content.subarray(offset, offset + length));
      expect(leaves).toBeLessThanOrEqual(Math.ceil(read.length / 30) + 1);
      expect(nodes).toBeLessThanOrEqual(leaves + 8);
    }),
  );
});
