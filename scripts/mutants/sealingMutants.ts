import { spawn } from "node:child_process";
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Change, changed, changesOf } from "./changesOf.ts";
import type { Mutant } from "./runMutants.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const room = "core/sealing";
/** A table of sentences, which a test holds to their form. */
const leftOut = new Set([`${room}/sealingErrorSentences.ts`]);

/** Sealing is broken everywhere, by every small change there is. */
export function sealingMutants(): Mutant[] {
  const files = globSync(`${room}/**/*.ts`, { cwd: root }).filter((file) => !file.endsWith(".test.ts"));
  return files
    .filter((file) => !leftOut.has(file))
    .toSorted()
    .flatMap((file) => mutantsOf(file, readFileSync(join(root, file), "utf8")));
}

function mutantsOf(file: string, text: string): Mutant[] {
  const seen = new Map<string, number>();
  return changesOf(text).map((change) => {
    const rule = ruleOf(text, change);
    const times = (seen.get(rule) ?? 0) + 1;
    seen.set(rule, times);
    return { file, rule: times === 1 ? rule : `${rule} (${times})`, change: () => changed(text, change) };
  });
}

/** The lines in which something is changed, before and after: a name that survives changes elsewhere in the file. */
function ruleOf(text: string, change: Change): string {
  const start = text.lastIndexOf("\n", change.start - 1) + 1;
  const end = text.indexOf("\n", change.end);
  const before = text.slice(start, end);
  const after = changed(before, { ...change, start: change.start - start, end: change.end - start });
  return `${inOneLine(before)} → ${inOneLine(after)}`;
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** The tests of the file itself first, then all that import it, however far. One that never ends was noticed too. */
export async function redSealingTest(cwd: string, file?: string): Promise<string | undefined> {
  if (file === undefined) return (await isRed(cwd, ["run", room])) ? room : undefined;
  const own = file.replace(/\.ts$/, ".test.ts");
  if (existsSync(join(cwd, own)) && (await isRed(cwd, ["run", own]))) return "its own test";
  return (await isRed(cwd, ["related", file, "--run"])) ? "another test" : undefined;
}

const timeout = 60_000;

/** Properties draw the same cases each time, so that a mutant that dies once dies always. */
function isRed(cwd: string, args: readonly string[]): Promise<boolean> {
  const env = { ...process.env, OWNCHART_FUZZ_RUNS: "100", OWNCHART_FUZZ_SEED: "1" };
  const options = ["--project", "unit", "--bail", "1", "--no-isolate", "--reporter", "dot"];
  const tests = spawn("vitest", [...args, ...options], { cwd, env, stdio: "ignore", detached: true });
  // The whole group: a test that never ends runs in a process of its own.
  const impatience = setTimeout(() => process.kill(-tests.pid!, "SIGKILL"), timeout);
  return new Promise((resolve, reject) => {
    tests.on("error", reject);
    tests.on("exit", (code) => {
      clearTimeout(impatience);
      resolve(code !== 0);
    });
  });
}
