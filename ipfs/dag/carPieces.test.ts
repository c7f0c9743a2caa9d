import { CarReader } from "@ipld/car";
import { CID } from "multiformats/cid";
import { concat } from "viem";
import { expect, it } from "vitest";
import { countedBytes } from "#test/support/sealing/countedBytes.ts";
import { storedFile } from "#test/support/ipfs/storedFile.ts";
import { carBlockHead, carHeader } from "./carPieces.ts";

it.each([0, 1, 91, 92, 127, 128, 20_000])("a CAR of a block of %i bytes is one to others", async (size) => {
  const { cid, blocks } = await storedFile(countedBytes(size));
  const block = blocks.get(cid.toString())!;
  const read = await CarReader.fromBytes(concat([carHeader(cid), carBlockHead(cid, block.length), block]));
  expect((await read.getRoots()).map(String)).toEqual([String(cid)]);
  expect((await read.get(cid))?.bytes).toEqual(block);
});

it("holds the older kind of CID as well", async () => {
  const cid = CID.parse("QmdfTbBqBPQ7VNxZEYEj14VmRuZBkqFbiwReogJgS1zR1n");
  const read = await CarReader.fromBytes(carHeader(cid));
  expect((await read.getRoots()).map(String)).toEqual([String(cid)]);
});
