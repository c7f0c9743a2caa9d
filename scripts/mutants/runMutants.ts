import { existsSync } from "node:fs";
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A small change to a file, by which a rule is broken, that must turn a test red. */
export type Mutant = { file: string; rule: string; change(text: string): string };

/** The tests of a copy of the project. */
export type OpenTests = {
  /** Which kind of test is red, or undefined. Where a file is named, that one has been changed. */
  redTest(file?: string): Promise<string | undefined>;
  close(): void;
};

/**
 * Makes one mutant after another and gives back those that no test notices. Each worker has a copy of the project outside
 * of it, so nothing is ever broken here.
 */
export async function runMutants(
  mutants: readonly Mutant[],
  openTests: (folder: string) => OpenTests,
): Promise<Mutant[]> {
  const queue = mutants.entries();
  const survivors: Mutant[] = [];
  let done = 0;

  async function work() {
    const outer = await mkdtemp(join(tmpdir(), "ownchart-mutants-"));
    const folder = join(outer, "project");
    const tests = openTests(folder);
    try {
      await copyProject(folder);
      await requireGreen(tests);
      for (const [, mutant] of queue) {
        const killer = await withMutant(folder, mutant, () => tests.redTest(mutant.file));
        if (killer === undefined) survivors.push(mutant);
        console.log(`${String(++done).padStart(4)} ${killer ?? "SURVIVED"}  ${mutant.file}: ${mutant.rule}`);
      }
      await requireGreen(tests);
    } finally {
      tests.close();
      await rm(outer, { recursive: true });
    }
  }

  await Promise.all(Array.from({ length: Math.min(availableParallelism(), mutants.length) }, work));
  return survivors;
}

/** Before, or else every mutant would seem to be noticed, and after, or else one of them has spoilt the tests for others. */
async function requireGreen(tests: OpenTests): Promise<void> {
  const noise = await tests.redTest();
  if (noise !== undefined) throw new Error(`The tests are red although nothing is broken: ${noise}`);
}

const root = fileURLToPath(new URL("../..", import.meta.url));
/** What the tests import, and what was built for them already, where it was. */
const parts = ["contracts", "core", "client", "gateway", "ipfs", "frontend", "scripts", "test", "artifacts", "cache"];
const files = ["hardhat.config.ts", "package.json", "tsconfig.json", "vitest.config.ts"];

/** With the data that tests look for beside the project, where there is any. */
async function copyProject(folder: string): Promise<void> {
  const there = [...parts, ...files].filter((part) => existsSync(join(root, part)));
  for (const part of there) await cp(join(root, part), join(folder, part), { recursive: true });
  await symlink(join(root, "node_modules"), join(folder, "node_modules"));
  const shared = join(root, "..", "shared");
  if (existsSync(shared)) await symlink(shared, join(folder, "..", "shared"));
}

async function withMutant<Result>(folder: string, { file, change }: Mutant, use: () => Promise<Result>) {
  const path = join(folder, file);
  const text = await readFile(path, "utf8");
  await writeFile(path, change(text));
  try {
    return await use();
  } finally {
    await writeFile(path, text);
  }
}
