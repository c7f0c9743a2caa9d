import { encode } from "@ipld/dag-pb";
import fc from "fast-check";
import { CID } from "multiformats/cid";
import { describe, expect, it, test } from "vitest";
import { fuzzRuns } from "#test/support/fuzzing.ts";
import { storedFile } from "#test/support/ipfs/storedFile.ts";
import { countedBytes } from "#test/support/sealing/countedBytes.ts";
import { IpfsError } from "../IpfsError.ts";
import { parseFileNode } from "./parseFileNode.ts";

const leaf = CID.parse("bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e");
const link = { Hash: leaf, Name: "", Tsize: 11 };

function node(data: readonly number[], links = [link]): Uint8Array {
  return encode({ Data: Uint8Array.from(data), Links: links });
}

const nameOf = (block: Uint8Array) => {
  try {
    parseFileNode(block);
  } catch (error) {
    return (error as IpfsError).name;
  }
};

test("what another importer made is read as it meant it", async () => {
  const { cid, blocks } = await storedFile(countedBytes(350), { chunkSize: 100 });
  const { content, parts, size } = parseFileNode(blocks.get(String(cid))!);
  expect(content).toHaveLength(0);
  expect(parts.map((part) => part.size)).toEqual([100, 100, 100, 50]);
  expect(size).toBe(350);
});

test("a node of its own bytes is read", () => {
  expect(parseFileNode(node([8, 2, 18, 2, 7, 8, 24, 2], []))).toEqual({
    content: Uint8Array.of(7, 8),
    parts: [],
    size: 2,
  });
});

test("modes and times of a file do not matter", () => {
  expect(parseFileNode(node([8, 2, 24, 11, 32, 11, 56, 0xa4, 3, 66, 2, 8, 1])).size).toBe(11);
});

describe("refused as no file is", () => {
  it.each([
    ["nothing", new Uint8Array()],
    ["a directory", node([8, 1], [])],
    ["what has no type", node([24, 11, 32, 11])],
    ["a size that is not the sum of the parts", node([8, 2, 24, 12, 32, 11])],
    ["fewer sizes than parts", node([8, 2, 24, 11, 32, 11], [link, link])],
    ["more sizes than parts", node([8, 2, 24, 22, 32, 11, 32, 11])],
    ["a part of no bytes", node([8, 2, 24, 0, 32, 0])],
    ["parts and bytes at once", node([8, 2, 18, 1, 7, 24, 12, 32, 11])],
    ["bytes that reach beyond the end", node([8, 2, 18, 9, 7], [])],
    ["a number that does not end", node([8, 2, 24, 255, 255], [])],
    ["a number beyond all sizes", node([8, 2, 24, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1], [])],
    ["a field of another kind", node([8, 2, 29, 0, 0, 0, 0], [])],
    ["packed sizes", node([8, 2, 24, 11, 34, 1, 11])],
    ["a part under an identity CID", node([8, 2, 24, 11, 32, 11], [{ ...link, Hash: CID.parse("bafkqabtimvwgy3yk") }])],
    [
      "more parts than a node may have",
      node(
        [8, 2, 24, 0x81, 8, ...Array.from({ length: 1025 }, () => [32, 1]).flat()],
        Array.from({ length: 1025 }, () => link),
      ),
    ],
  ])("%s", (_, block) => expect(nameOf(block)).toBe("NotAFile"));
});

test("any bytes are a node or refused by name", () => {
  const data = fc.uint8Array({ maxLength: 60 });
  fc.assert(
    fc.property(data, fc.boolean(), (bytes, isWrapped) => {
      expect([undefined, "NotAFile"]).toContain(nameOf(isWrapped ? node([...bytes]) : bytes));
    }),
    { numRuns: fuzzRuns(10_000) },
  );
});
