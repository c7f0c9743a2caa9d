import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { localWorld } from "./localWorld.ts";

let data: string;
beforeEach(async () => void (data = await mkdtemp(join(tmpdir(), "ownchart-world-"))));
afterEach(() => rm(data, { recursive: true }));

const genesis = (digit: string) => `0x${digit.repeat(64)}` as const;

/** Far above what any system gives out. */
const nobody = "999999999";

async function world(name: string, owner?: string) {
  await mkdir(join(data, name));
  await writeFile(join(data, name, "rows"), "worth something");
  if (owner !== undefined) await writeFile(join(data, name, "local-chain"), owner);
}

test("begins in a folder of its own", async () => {
  expect(await localWorld(data, genesis("a"))).toBe(join(data, "a".repeat(16)));
  expect(await readdir(join(data, "a".repeat(16)))).toEqual(["local-chain"]);
});

test("clears away local chains whose process is gone, and nothing else", async () => {
  await world("gone", nobody);
  await world("running", String(process.ppid));
  await world("of-a-public-chain");
  await writeFile(join(data, "a-file"), "");
  await localWorld(data, genesis("b"));
  expect((await readdir(data)).toSorted()).toEqual(["a-file", "b".repeat(16), "of-a-public-chain", "running"]);
});
