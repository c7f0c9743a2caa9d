/**
 * Breaks the contracts on purpose, one small change at a time, and expects the tests to notice. Each worker has a copy of
 * the project outside of it, so nothing is ever broken here. With words after it, only mutants whose rule contains them.
 */
import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Mutant, mutants } from "../test/mutants/mutants.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const run = promisify(execFile);
const words = process.argv.slice(2).join(" ");
const wanted = mutants.filter(({ file, rule }) => `${file}: ${rule}`.includes(words));

/** The quick tests first: most mutants die there. */
const suites = [
  ["test", "mocha", "--bail", "--no-compile"],
  ["test", "solidity"],
];

const queue = wanted.entries();
let done = 0;
const survivors: Mutant[] = [];

const workers = Math.min(availableParallelism(), wanted.length);
await Promise.all(Array.from({ length: workers }, work));

for (const { file, rule } of survivors) console.log(`Survived: ${file}: ${rule}`);
console.log(`${wanted.length - survivors.length} of ${wanted.length} mutants killed`);
process.exitCode = survivors.length === 0 && wanted.length > 0 ? 0 : 1;

async function work() {
  const copy = await copyProject();
  try {
    const noise = await firstRedSuite(copy);
    if (noise !== undefined) throw new Error(`The tests are red before anything was broken: ${noise}`);
    for (const [, mutant] of queue) {
      const killer = await withMutant(copy, mutant, () => firstRedSuite(copy));
      if (killer === undefined) survivors.push(mutant);
      console.log(`${String(++done).padStart(3)} ${killer ?? "SURVIVED"}  ${mutant.file}: ${mutant.rule}`);
    }
  } finally {
    await rm(copy, { recursive: true });
  }
}

async function copyProject(): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), "ownchart-mutants-"));
  const parts = ["contracts", "core", "scripts", "test", "hardhat.config.ts", "package.json", "tsconfig.json"];
  for (const part of parts) await cp(join(root, part), join(copy, part), { recursive: true });
  await symlink(join(root, "node_modules"), join(copy, "node_modules"));
  return copy;
}

async function withMutant<Result>(copy: string, { file, rule, from, to }: Mutant, use: () => Promise<Result>) {
  const path = join(copy, file);
  const text = await readFile(path, "utf8");
  const parts = text.split(from);
  if (parts.length !== 2) throw new Error(`${file}: ${rule}: its text stands there ${parts.length - 1} times.`);
  await writeFile(path, parts.join(to));
  try {
    return await use();
  } finally {
    await writeFile(path, text);
  }
}

/** The kind of test that notices, or undefined. What does not compile would be no test of the tests. */
async function firstRedSuite(cwd: string): Promise<string | undefined> {
  const env = { ...process.env, OWNCHART_VIA_IR: "off" };
  await run("hardhat", ["build", "--quiet", "--no-tests"], { cwd, env });
  for (const args of suites) {
    const isGreen = await run("hardhat", args, { cwd, env, maxBuffer: 2 ** 28 }).then(
      () => true,
      () => false,
    );
    if (!isGreen) return args[1];
  }
  return undefined;
}
