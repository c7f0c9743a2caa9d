import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import type { CID } from "multiformats/cid";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fuzzRuns } from "#test/support/fuzzing.ts";
import { type StoredFile, storedFile } from "#test/support/ipfs/storedFile.ts";
import { countedBytes } from "#test/support/sealing/countedBytes.ts";
import { Storage } from "./Storage.ts";

const small = { chunkSize: 100, width: 4 };
let folder: string;
let storage: Storage;

const open = (graceMs = 0) => Storage.open({ folder, graceMs });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "ownchart-storage-"));
  storage = await open();
});
afterEach(async () => {
  await storage.close();
  await rm(folder, { recursive: true });
});

async function put(file: StoredFile): Promise<CID> {
  for (const cid of file.order) await storage.blocks.put(cid, file.blocks.get(String(cid))!);
  return file.cid;
}

/** So that what was put before is older than now. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 5));

async function blockFiles(): Promise<string[]> {
  const names = await readdir(join(folder, "blocks"), { recursive: true });
  return names.filter((name) => name.includes("/")).map((name) => join(folder, "blocks", name));
}

async function isWhole(file: StoredFile): Promise<boolean> {
  const sizes = await Promise.all(file.order.map((cid) => storage.blocks.size(cid)));
  return !sizes.includes(undefined);
}

async function collect(): Promise<number> {
  await aMoment();
  return (await storage.collect())?.removed ?? 0;
}

describe("garbage", () => {
  test("is what no pin leads to, and no more", async () => {
    const [kept, left] = [await storedFile(countedBytes(900), small), await storedFile(countedBytes(900, 1), small)];
    await storage.pin(await put(kept));
    await put(left);
    expect(await collect()).toBe(new Set(left.order.map(String)).size);
    expect([await isWhole(kept), await isWhole(left)]).toEqual([true, false]);
  });

  test("is not what two files share while one of them is pinned", async () => {
    const [one, two] = [await storedFile(countedBytes(502), small), await storedFile(countedBytes(753), small)];
    await storage.pin(await put(one));
    await storage.pin(await put(two));
    await storage.unpin(one.cid);
    await collect();
    expect(await isWhole(two)).toBe(true);
    await storage.unpin(two.cid);
    await collect();
    expect(await blockFiles()).toEqual([]);
  });

  test("is not what is younger than the grace, and is looked for again later", async () => {
    await storage.close();
    storage = await open(3_600_000);
    const file = await storedFile(countedBytes(900), small);
    await put(file);
    expect(await collect()).toBe(0);
    const old = new Date(Date.now() - 7_200_000);
    for (const name of await blockFiles()) await utimes(name, old, old);
    expect(await collect()).toBeGreaterThan(0);
  });

  test("is not what somebody is about to pin, however long that takes", async () => {
    const file = await storedFile(countedBytes(900), small);
    await storage.whilePutting(async () => {
      await put(file);
      expect(await collect()).toBe(0);
      await storage.pins.add(file.cid);
    });
    expect(await collect()).toBe(0);
    expect(await isWhole(file)).toBe(true);
  });

  test("is not even looked for where nothing can have become any", async () => {
    await collect();
    expect(await storage.collect()).toBeUndefined();
  });

  test("is left alone while a pinned node cannot be read, since nobody knows where it leads", async () => {
    const file = await storedFile(countedBytes(900), small);
    await storage.pin(await put(file));
    await storage.unpin(file.order[3]!);
    for (const name of await blockFiles()) await writeFile(name, "rot");
    await aMoment();
    await expect(storage.collect()).rejects.toThrow("damaged");
    expect(await isWhole(file)).toBe(true);
  });
});

describe("a pin", () => {
  test("is refused to what is not here as a whole", async () => {
    const file = await storedFile(countedBytes(900), small);
    for (const cid of file.order.slice(0, -1)) await storage.blocks.put(cid, file.blocks.get(String(cid))!);
    await expect(storage.pin(file.cid)).rejects.toThrow("could not find");
    expect(await storage.pins.has(file.cid)).toBe(false);
  });

  test("holds whatever is put, pinned, unpinned and collected at the same time", async () => {
    const files = await Promise.all([0, 1, 2, 251].map((first) => storedFile(countedBytes(1100, first), small)));
    const actions = fc.array(fc.tuple(fc.constantFrom("put", "pin", "unpin", "collect"), fc.nat(3)), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(actions, async (steps) => {
        await Promise.all(
          steps.map(async ([action, which]) => {
            const file = files[which]!;
            if (action === "put") await put(file);
            if (action === "pin") await storage.pin(file.cid).catch(() => {});
            if (action === "unpin") await storage.unpin(file.cid);
            if (action === "collect") await storage.collect();
          }),
        );
        for (const file of files) {
          if (await storage.pins.has(file.cid)) expect(await isWhole(file)).toBe(true);
        }
      }),
      { numRuns: fuzzRuns(40) },
    );
  });
});

describe("a folder", () => {
  test("serves one storage at a time", async () => {
    await expect(open()).rejects.toThrow("Another process uses");
    await storage.close();
    storage = await open();
  });

  test("is cleared of what was being written when the one before was killed", async () => {
    await storage.close();
    await writeFile(join(folder, "incoming", "0"), "half a blo");
    storage = await open();
    expect(await readdir(join(folder, "incoming"))).toEqual([]);
  });
});

describe("a block", () => {
  test("that is put twice at once is whole, and nothing is left beside it", async () => {
    const { cid, blocks } = await storedFile(countedBytes(2 ** 20));
    const block = blocks.get(String(cid))!;
    await Promise.all(Array.from({ length: 8 }, () => storage.blocks.put(cid, block)));
    expect(new Uint8Array((await storage.blocks.read(cid))!)).toEqual(block);
    expect(await readdir(join(folder, "incoming"))).toEqual([]);
  });

  test("that has rotted is named so and not given away, and mended by putting it again", async () => {
    const { cid, blocks } = await storedFile(countedBytes(1000));
    const block = blocks.get(String(cid))!;
    await storage.blocks.put(cid, block);
    const [name] = await blockFiles();
    await writeFile(name!, countedBytes(1000, 1));
    await expect(storage.blocks.read(cid)).rejects.toThrow("damaged on this disk");
    await storage.blocks.put(cid, block);
    expect(await storage.blocks.read(cid)).toHaveLength(1000);
  });
});
