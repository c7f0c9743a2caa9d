import { encode } from "@ipld/dag-pb";
import { CID } from "multiformats/cid";
import { sha256 } from "multiformats/hashes/sha2";
import { expect, test } from "vitest";
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
  return Array.fromAsync(fileBytes(cid, async (wanted) => blocks.get(String(wanted))!));
}

test("a tree of eight floors is read", async () => expect(await tower(7)).toEqual([leaf]));

test("a tree that is taller than any file's is refused", async () => {
  await expect(tower(8)).rejects.toMatchObject({ name: "NotAFile" });
});

test("a part that holds more or less than its node says is refused", async () => {
  await expect(tower(1, 2)).rejects.toMatchObject({ name: "NotAFile" });
  await expect(tower(2, 2)).rejects.toMatchObject({ name: "NotAFile" });
});
