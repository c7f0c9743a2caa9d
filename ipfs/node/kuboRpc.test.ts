import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CID } from "multiformats/cid";
import { concat } from "viem";
import { cidHasher } from "#core/sealing/body/cidHasher.ts";
import { type TestNode, testNode } from "#test/support/ipfs/testNode.ts";
import { countedBytes } from "#test/support/sealing/countedBytes.ts";

const MiB = 2 ** 20;
const unknown = CID.parse("bafkreibm6jg3ux5qumhcn2b3flc3tyu6dmlb4xa7u5bf44yegnrjhc4yeq");
let node: TestNode;
let kubo: TestNode["kubo"];

beforeAll(async () => {
  node = await testNode();
  kubo = node.kubo;
});
afterAll(() => node.remove());

async function cidOf(bytes: Uint8Array): Promise<string> {
  const hasher = cidHasher();
  await hasher.update(bytes);
  return hasher.digest();
}

const all = async <Item>(items: AsyncIterable<Item>) => Array.fromAsync(items);

describe("kubo-rpc-client as it is", () => {
  test("is told plainly by version and id that this is no Kubo", async () => {
    expect((await kubo.version()).version).toMatch(/^ownchart-ipfs\/\d/);
    const { id, agentVersion, addresses } = await kubo.id();
    expect(agentVersion).toMatch(/^ownchart-ipfs\/\d/);
    expect(addresses).toEqual([]);
    expect(id.toString()).toMatch(/^Qm/);
  });

  test.each([0, 1, MiB - 1, MiB, MiB + 1, 3 * MiB, 5 * MiB + 7])(
    "adds %i bytes under the CID that sealing gives them, and reads them again",
    async (size) => {
      const bytes = countedBytes(size, size % 7);
      const cid = String((await kubo.add(bytes)).cid);
      expect(cid).toBe(await cidOf(bytes));
      expect(await cidOf(concat(await all(kubo.cat(cid))))).toBe(cid);
    },
  );

  test("adds what flows in, and several files at once", async () => {
    const parts = [countedBytes(MiB), countedBytes(5)];
    const flowing = (async function* () {
      yield* parts;
    })();
    expect((await kubo.add(flowing)).cid.toString()).toBe(await cidOf(concat(parts)));
    const added = await all(
      kubo.addAll([
        { path: "one", content: parts[0]! },
        { path: "two", content: parts[1]! },
      ]),
    );
    expect(added.map(({ path, cid }) => [path, cid.toString()])).toEqual([
      ["one", await cidOf(parts[0]!)],
      ["two", await cidOf(parts[1]!)],
    ]);
  });

  test("is told how far an upload has come", async () => {
    const told: number[] = [];
    await kubo.add(countedBytes(3 * MiB), { progress: (bytes) => void told.push(bytes) });
    expect(told.toSorted((a, b) => a - b)).toEqual([MiB, 2 * MiB, 3 * MiB]);
  });

  test("reads a part of a file", async () => {
    const { cid } = await kubo.add(countedBytes(2 * MiB + 10));
    const part = concat(await all(kubo.cat(cid, { offset: MiB - 3, length: 7 })));
    expect(part).toEqual(countedBytes(2 * MiB + 10).subarray(MiB - 3, MiB + 4));
  });

  test("chooses version, leaves and size of chunks, and gets what Kubo would make of them", async () => {
    const hello = new TextEncoder().encode("hello world");
    expect(String((await kubo.add(hello, { cidVersion: 0 })).cid)).toBe(
      "Qmf412jQZiuVUtdgnB36FXFX7xg5V6KEbSJ4dpQuhkLyfD",
    );
    expect(String((await kubo.add(hello, { rawLeaves: false })).cid)).toBe(
      "bafybeihykld7uyxzogax6vgyvag42y7464eywpf55gxi5qpoisibh3c5wa",
    );
    const { cid } = await kubo.add(countedBytes(1000), { chunker: "size-256", cidVersion: 1, rawLeaves: true });
    expect(await all(kubo.pin.ls({ type: "indirect" }))).toContainEqual({
      type: "indirect",
      cid: (await kubo.add(countedBytes(1000).subarray(0, 256), { onlyHash: true })).cid,
    });
    expect(cid.code).toBe(0x70);
  });

  test("learns a CID without storing anything", async () => {
    const { cid } = await kubo.add(countedBytes(MiB + 50, 99), { onlyHash: true });
    await expect(kubo.block.stat(cid)).rejects.toThrow("could not find");
  });

  test("pins, tells what is pinned, and unpins", async () => {
    const bytes = countedBytes(MiB + 1, 42);
    const { cid } = await kubo.add(bytes, { pin: false });
    const leaf = CID.parse(await cidOf(bytes.subarray(0, MiB)));
    await expect(all(kubo.pin.ls({ paths: cid }))).rejects.toThrow(`path '${cid}' is not pinned`);
    expect(await kubo.pin.add(cid)).toEqual(cid);
    expect(await all(kubo.pin.ls({ paths: cid }))).toEqual([{ cid, type: "recursive" }]);
    expect(await all(kubo.pin.ls({ paths: leaf }))).toEqual([{ cid: leaf, type: `indirect through ${cid}` }]);
    expect(await all(kubo.pin.ls({ type: "recursive" }))).toContainEqual({ cid, type: "recursive" });
    expect(await all(kubo.pin.ls())).toContainEqual({ cid: leaf, type: "indirect" });
    expect(await kubo.pin.rm(cid)).toEqual(cid);
    await expect(kubo.pin.rm(cid)).rejects.toThrow("not pinned");
    await expect(all(kubo.pin.ls({ paths: leaf }))).rejects.toThrow("not pinned");
  });

  test("may pin what is here only", async () => {
    await expect(kubo.pin.add(unknown)).rejects.toThrow(`could not find ${unknown}`);
    const { cid } = await kubo.add(countedBytes(MiB + 1, 43), { onlyHash: true });
    await expect(kubo.pin.add(cid)).rejects.toThrow("could not find");
    await expect(kubo.pin.add(unknown, { recursive: false })).rejects.toThrow("recursively");
  });

  test("puts blocks and gets them", async () => {
    const raw = await kubo.block.put(countedBytes(300));
    expect(raw.toString()).toBe(await cidOf(countedBytes(300)));
    expect(await kubo.block.get(raw)).toEqual(countedBytes(300));
    expect(await kubo.block.stat(raw)).toEqual({ cid: raw, size: 300 });
    const { cid } = await kubo.add(countedBytes(MiB + 1));
    const block = await kubo.block.get(cid);
    expect(await kubo.block.put(block, { format: "dag-pb" })).toEqual(cid);
    expect(String(await kubo.block.put(block, { format: "v0" }))).toMatch(/^Qm/);
    const pinned = await kubo.block.put(countedBytes(301), { pin: true });
    expect(await all(kubo.pin.ls({ paths: pinned }))).toEqual([{ cid: pinned, type: "recursive" }]);
  });

  test.each<[string, () => Promise<unknown>, string]>([
    ["reading what is not here", () => all(kubo.cat(unknown)), "could not find"],
    ["a block that is not here", () => kubo.block.get(unknown), "could not find"],
    ["the size of a block that is not here", () => kubo.block.stat(unknown), "could not find"],
    ["a path", () => all(kubo.cat(`/ipfs/${unknown}/a`)), "invalid path"],
    ["an identity CID", () => kubo.block.get(CID.parse("bafkqabtimvwgy3yk")), "invalid path"],
    ["another hash", () => kubo.add("a", { hashAlg: "blake3" }), "sha2-256 only"],
    ["another hash of a block", () => kubo.block.put(countedBytes(1), { mhtype: "sha2-512" }), "sha2-256 only"],
    ["a codec that is not kept", () => kubo.block.put(countedBytes(1), { format: "dag-json" }), "raw and dag-pb"],
    ["a node that is none", () => kubo.block.put(countedBytes(9), { format: "dag-pb" }), "no dag-pb block"],
    ["a block of more than 2 MiB", () => kubo.block.put(countedBytes(2 * MiB + 1)), "no upload of more than"],
    ["another chunker", () => kubo.add("a", { chunker: "rabin" }), "size-1 to size-1048576"],
    ["chunks that are too large", () => kubo.add("a", { chunker: "size-1048577" }), "size-1 to size-1048576"],
    ["chunks of nothing", () => kubo.add("a", { chunker: "size-0" }), "size-1 to size-1048576"],
    ["another layout", () => kubo.add("a", { trickle: true }), "not served"],
    ["a directory around", () => kubo.add("a", { wrapWithDirectory: true }), "not served"],
    ["a directory", () => all(kubo.addAll([{ path: "d" }])), "directories are not served"],
    ["a file in a directory", () => kubo.add({ path: "d/f", content: "a" }), "directories are not served"],
    ["a file's mode", () => kubo.add({ path: "f", content: "a", mode: 0o644 }), "not kept"],
    ["a command beyond the subset", () => kubo.repo.stat(), "command not found"],
  ])("is refused in one sentence: %s", async (_, command, sentence) => {
    await expect(command()).rejects.toThrow(sentence);
  });
});
